using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Domain.ContractBilling;

namespace PowerIntegration.Tool.Billing;

/// <summary><c>bill</c>: a whole contract from a file through the engine, printed so that it can be checked by hand.</summary>
internal static class BillCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("CONTRACT.json")
        {
            Description =
                "Contract file: terms, lines, and applications in order. connector/PowerIntegration.Tool/Billing/README.md describes the format.",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON, for programs to read." };
        var command = new Command(
            "bill",
            "Bill every application in a contract file and print the certificate, continuation sheet, documents and proof. "
                + "Exit code 1: an application was stopped. Exit code 2: the file or the command line is wrong."
        )
        {
            file,
            json,
        }.WithExamples(
            "dotnet run --project connector/PowerIntegration.Tool -- bill connector/PowerIntegration.Tool/contracts/switchgear.jsonc",
            "dotnet run --project connector/PowerIntegration.Tool -- bill connector/PowerIntegration.Tool/contracts/running.jsonc --json"
        );
        command.SetAction(result =>
            ReportingMistakes(result, () => Bill(result.GetValue(file)!, result.GetValue(json), result.InvocationConfiguration.Output))
        );
        return command;
    }

    // What the caller's file can cause becomes one sentence and exit code 2; anything else is a defect and keeps its trace.
    private static int ReportingMistakes(ParseResult result, Func<int> body)
    {
        try
        {
            return body();
        }
        catch (Exception mistake) when (mistake is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine(mistake.Message);
            return CommandRun.Mistake;
        }
    }

    private static int Bill(string path, bool asJson, TextWriter output)
    {
        var contract = ContractFileReader.Read(path);
        var applications = BilledContract.Of(contract);
        if (asJson)
        {
            BillJson.Write(output, contract, applications);
        }
        else
        {
            new BillText(output, contract).Write(applications);
        }

        return applications.Any(application => application.Outcome is BillingOutcome.Stopped) ? 1 : 0;
    }
}
