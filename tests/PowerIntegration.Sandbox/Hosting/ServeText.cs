namespace PowerIntegration.Sandbox.Hosting;

/// <summary>What <c>serve</c> says when it is ready.</summary>
internal static class ServeText
{
    /// <summary>Addresses, users and the next step.</summary>
    public static string Of(RunningSandbox sandbox, SandboxOptions options) =>
        $"""
            PowerIntegration sandbox, seed {options.Seed}, store {options.StoreFolder}, time {sandbox.Clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC
              page       {sandbox.Root}/
              Dataverse  {sandbox.Root}/api/data/v9.2/
              Procore    {sandbox.Root}/procore
              Oracle     {sandbox.Root}/oracle
              gateway    {sandbox.Root}/gateway/api/v1
              flows      {string.Join(", ", sandbox.Flows.Flows.Select(flow => flow.Name))}
            Open the page, choose who you are, and let a month of billing happen. A token for the Web API: the command token,
            with the same --store and --urls.
            Stop with Ctrl+C.
            """;
}
