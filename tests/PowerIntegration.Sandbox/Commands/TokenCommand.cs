using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Loopback;
using PowerIntegration.Local.Seed;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Commands;

/// <summary><c>token</c>: prints a bearer token of the sandbox that <c>serve</c> keeps running.</summary>
internal static class TokenCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var urls = SharedOptions.Urls("Address that serve listens on.");
        var data = SharedOptions.Data();
        var store = SharedOptions.Store();
        var user = new Option<string?>("--user")
        {
            Description = "Short name of the user. Default: the first user in users.json.",
            HelpName = "NAME",
        };
        var service = new Option<string>("--for")
        {
            Description = "Service that accepts the token: dataverse or gateway.",
            DefaultValueFactory = _ => "dataverse",
        };
        service.AcceptOnlyFromAmong("dataverse", "gateway");
        var command = new Command(
            "token",
            "Print a bearer token for a sandbox that serve keeps running. Give the same --store and --urls that serve was given."
        )
        {
            user,
            service,
            urls,
            data,
            store,
        }.WithExamples(
            "dotnet run --no-build --project tests/PowerIntegration.Sandbox -- token",
            "dotnet run --no-build --project tests/PowerIntegration.Sandbox -- token --user maria.keller --for gateway"
        );
        command.SetAction(
            (result, _) =>
                SharedOptions.ReportingMistakesAsync(
                    result,
                    () =>
                    {
                        var root = LoopbackUrl.Parse(result.GetValue(urls)!).GetLeftPart(UriPartial.Authority);
                        var users = SeedFolder.Load(result.GetValue(data) ?? RepositoryLayout.Find().DefaultDataFolder).Users;
                        var name = result.GetValue(user) ?? users[0].Name;
                        var chosen =
                            users.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase))
                            ?? throw new InvalidDataException(
                                $"There is no user {name}. The users are {string.Join(", ", users.Select(candidate => candidate.Name))}."
                            );
                        RequireStarted(result.GetValue(store)!);
                        var clock = OffsetClock.Open(result.GetValue(store)!, RunningSandbox.SeedStart);
                        using var issuer = EntraIssuer.Open(root, result.GetValue(store)!, users, clock, GatewayIdentity.Registration);
                        result.InvocationConfiguration.Output.WriteLine(
                            issuer.IssueToken(chosen, result.GetValue(service) == "gateway" ? GatewayIdentity.Audience : root)
                        );
                        return Task.FromResult(0);
                    }
                )
        );
        return command;
    }

    // It only reads: a key that it made itself would sign tokens that no one takes.
    private static void RequireStarted(string store)
    {
        if (!File.Exists(Path.Combine(store, EntraIssuer.KeyFile)))
        {
            throw new InvalidDataException(
                $"No sandbox has used the store folder {Path.GetFullPath(store)} yet. Start serve first, or give the same --store that serve was "
                    + "given."
            );
        }
    }
}
