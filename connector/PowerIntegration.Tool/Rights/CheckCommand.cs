using System.CommandLine;
using PowerIntegration.CommandLine;

namespace PowerIntegration.Tool.Rights;

/// <summary><c>check</c>: fails where the product's accounts in Oracle and Procore can do more than they must.</summary>
internal static class CheckCommand
{
    /// <summary>Exit code where a forbidden right was found.</summary>
    public const int Found = 1;

    /// <summary>Exit code where something could not be read, and for a mistake in the command line.</summary>
    public const int NotRead = CommandRun.Mistake;

    private static readonly string Help =
        "Checks that the Oracle user can neither pay, approve invoices, change bank accounts nor give itself roles, and that the Procore account can "
        + "approve nothing. It only reads, and prints one line for each check: ✓ not allowed, ✗ allowed, ? not read.\n\n"
        + "Credentials come from environment variables only:\n"
        + $"  {CredentialVariables.Oracle.ClientId}, {CredentialVariables.Oracle.ClientSecret}\n"
        + $"  {CredentialVariables.Procore.ClientId}, {CredentialVariables.Procore.ClientSecret}\n\n"
        + "Exit code: 0 if every check was made and no forbidden right was found, 1 if one was found, 2 if something could not be read.";

    /// <summary>The command.</summary>
    public static Command Create(Surroundings surroundings)
    {
        var options = new CheckOptions();
        var command = new Command("check", Help).WithExamples(
            "dotnet run --project connector/PowerIntegration.Tool -- check --oracle https://POD.oraclecloud.com --oracle-token-url "
                + "https://IDCS.identity.oraclecloud.com/oauth2/v1/token --oracle-user INTEGRATION --oracle-role CUSTOM_INTEGRATION_JOB "
                + "--procore https://api.procore.com --procore-login https://login.procore.com --company 562949953421312"
        );
        options.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(result, options.Read(result), surroundings, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CheckSettings settings, Surroundings surroundings, CancellationToken cancellation)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        if (settings.Mistake(surroundings.Variable) is { } mistake)
        {
            await error.WriteLineAsync(mistake);
            return CommandRun.Mistake;
        }

        List<CheckedRight> results = [];
        foreach (var (name, check) in Checks(settings, surroundings))
        {
            var found = await AttemptAsync(name, check, cancellation);
            foreach (var one in found)
            {
                await output.WriteLineAsync(one.Line);
            }

            results.AddRange(found);
        }

        await output.WriteLineAsync(Summary(results));
        return results.Exists(one => one.Mark == RightMark.Forbidden) ? Found
            : results.Exists(one => one.Mark == RightMark.NotRead) ? NotRead
            : 0;
    }

    private static IEnumerable<(string Name, Func<CancellationToken, Task<IReadOnlyList<CheckedRight>>> Check)> Checks(
        CheckSettings settings,
        Surroundings surroundings
    )
    {
        if (settings.Oracle is { } oracle)
        {
            yield return ("Oracle", cancellation => oracle.RunAsync(surroundings, cancellation));
        }

        if (settings.Procore is { } procore)
        {
            yield return ("Procore", cancellation => procore.RunAsync(surroundings, cancellation));
        }
    }

    private static async Task<IReadOnlyList<CheckedRight>> AttemptAsync(
        string name,
        Func<CancellationToken, Task<IReadOnlyList<CheckedRight>>> check,
        CancellationToken cancellation
    )
    {
        try
        {
            return await check(cancellation);
        }
        catch (NotReadException unread)
        {
            return [CheckedRight.NotRead($"{name}: the rights are not known. {unread.Message}")];
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // Exit code 1 says that a right was found, so a defect must not end with it; and its text may repeat a header.
            return [CheckedRight.NotRead($"{name}: the rights are not known. Unexpected error ({defect.GetType().Name}). Report it with this line.")];
        }
    }

    private static string Summary(List<CheckedRight> results)
    {
        var forbidden = results.Count(one => one.Mark == RightMark.Forbidden);
        var unread = results.Count(one => one.Mark == RightMark.NotRead);
        var made = $"{results.Count} checks: {results.Count - forbidden - unread} passed, {forbidden} failed, {unread} not read.";
        return forbidden + unread == 0 ? made : made + " Correct what the lines name, and run the command again.";
    }
}
