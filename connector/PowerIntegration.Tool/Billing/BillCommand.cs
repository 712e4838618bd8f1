using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Domain.ContractBilling;

namespace PowerIntegration.Tool.Billing;

/// <summary><c>bill</c>: bills a contract from a file and prints the result so that it can be checked by hand.</summary>
internal static class BillCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("CONTRACT.json")
        {
            Description =
                "Contract file with the terms, the lines and the applications in order. "
                + "Format: connector/PowerIntegration.Tool/Billing/README.md.",
        }.MustBeFile();
        var json = new Option<bool>("--json") { Description = "Print JSON instead of text." };
        var command = new Command(
            "bill",
            "Bills every application in a contract file and prints the certificate (G702), continuation sheet (G703), Oracle documents, "
                + "journal and proof. Exit code: 0 if every application is billed, 1 if one is stopped, 2 if the file has a mistake."
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

    // A mistake in the file is one sentence and exit code 2; anything else is a defect and keeps its stack trace.
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
