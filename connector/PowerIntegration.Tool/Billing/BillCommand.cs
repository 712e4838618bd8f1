using System.CommandLine;
using PowerIntegration.CommandLine;

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
        var replay = new Option<bool>("--replay")
        {
            Description =
                "Compare with what was really paid, and propose the terms that explain it. Exit code: 0 if nothing differs, 1 if something does.",
        };
        var command = new Command(
            "bill",
            "Bills every application in a contract file and prints the certificate (G702), continuation sheet (G703), Oracle documents, "
                + "journal and proof. Exit code: 0 if every application is billed and its input is right, 1 if one is stopped or its input "
                + "failed a check, 2 if the file has a mistake."
        )
        {
            file,
            json,
            replay,
        }.WithExamples(
            "dotnet run --project connector/PowerIntegration.Tool -- bill connector/PowerIntegration.Tool/contracts/switchgear.jsonc",
            "dotnet run --project connector/PowerIntegration.Tool -- bill connector/PowerIntegration.Tool/contracts/running.jsonc --json",
            "dotnet run --project connector/PowerIntegration.Tool -- bill --replay CONTRACT.json"
        );
        command.SetAction(result =>
            ReportingMistakes(
                result,
                () =>
                    result.GetValue(replay)
                        ? Replay(result.GetValue(file)!, result.GetValue(json), result.InvocationConfiguration.Output)
                        : Bill(result.GetValue(file)!, result.GetValue(json), result.InvocationConfiguration.Output)
            )
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

        return applications.All(application => application.IsRight) ? 0 : 1;
    }

    private static int Replay(string path, bool asJson, TextWriter output)
    {
        var contract = ContractFileReader.Read(path);
        if (contract.Applications.All(entry => entry.Paid is null && entry.Held.Count == 0))
        {
            throw new InvalidDataException(
                $"{contract.File}: paid is missing in every application. Enter what was paid, line 8 before deductions. Example: \"paid\": 1234.50"
            );
        }

        var replayed = ReplayedFile.Of(contract);
        if (asJson)
        {
            ReplayJson.Write(output, contract, replayed);
        }
        else
        {
            ReplayText.Write(output, contract, replayed);
        }

        return replayed.Differences.Count == 0 ? 0 : 1;
    }
}
