using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Serve;

/// <summary>What <c>serve</c> prints when it is ready.</summary>
internal static class ServeText
{
    /// <summary>Addresses and the next step.</summary>
    public static string Of(RunningSandbox sandbox, SandboxOptions options) =>
        $"""
            PowerIntegration sandbox, {sandbox.Clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC in its own time
              Open       {sandbox.Root}/app
              Dataverse  {sandbox.Root}/api/data/v9.2/
              Procore    {sandbox.Root}/procore
              Oracle     {sandbox.Root}/oracle
              Gateway    {sandbox.Root}/gateway/api/v1
              Store      {Path.GetFullPath(options.StoreFolder)} (kept when you stop; seed {options.Seed})
            Open the app, choose a user, and bill the next month in Procore. Press Ctrl+C to stop.
            For a Web API token, use the command token with the same --store and --urls.
            """;
}
