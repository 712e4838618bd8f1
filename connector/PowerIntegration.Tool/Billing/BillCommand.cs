using System.CommandLine;
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
            Description = "The contract: terms, lines, applications in order. connector/PowerIntegration.Tool/Billing/README.md describes it.",
        };
        var json = new Option<bool>("--json") { Description = "Prints JSON for machines." };
        var command = new Command(
            "bill",
            "Bills every application of a contract file and prints certificate, continuation sheet, documents and proof. "
                + "Exit code 1 where an application is stopped, 2 where the file is wrong."
        )
        {
            file,
            json,
        };
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
            return 2;
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
