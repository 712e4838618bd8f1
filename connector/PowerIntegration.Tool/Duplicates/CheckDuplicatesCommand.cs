using System.CommandLine;
using PowerIntegration.CommandLine;

namespace PowerIntegration.Tool.Duplicates;

/// <summary><c>check-duplicates</c>: says which new invoices may be bills that were entered before.</summary>
internal static class CheckDuplicatesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Option<DirectoryInfo>("--files")
        {
            Description = $"Folder with {InvoiceFiles.Posted} and {InvoiceFiles.New}. Format: connector/PowerIntegration.Tool/Duplicates/README.md.",
            Required = true,
        }.MustExist();
        var target = new Option<DirectoryInfo>("--out")
        {
            Description = $"Folder for {InvoiceFiles.Result}; it is created if it does not exist.",
            Required = true,
        };
        var command = new Command(
            "check-duplicates",
            "Compares new invoices with the posted ones and with the new ones before them, and writes which invoice each of them may repeat. "
                + "Exit code: 0 if the check was made, 2 if a file has a mistake."
        )
        {
            files,
            target,
        }.WithExamples("dotnet run --project connector/PowerIntegration.Tool -- check-duplicates --files INVOICES --out RESULT");
        command.SetAction(result => Run(result, result.GetValue(files)!, result.GetValue(target)!));
        return command;
    }

    // A mistake in a file is one sentence and exit code 2; anything else is a defect and keeps its stack trace.
    private static int Run(ParseResult result, DirectoryInfo files, DirectoryInfo target)
    {
        var output = result.InvocationConfiguration.Output;
        try
        {
            var posted = InvoiceFiles.Read(Path.Combine(files.FullName, InvoiceFiles.Posted));
            var checkedNow = InvoiceFiles.Read(Path.Combine(files.FullName, InvoiceFiles.New));
            var found = CheckedInvoices.Of(posted, checkedNow);
            target.Create();
            InvoiceFiles.Write(Path.Combine(target.FullName, InvoiceFiles.Result), found);
            var held = found.Select(row => row.Invoice).Distinct(StringComparer.Ordinal).Count();
            output.WriteLine($"{checkedNow.Count:N0} new invoices were compared with {posted.Count:N0} posted ones.");
            output.WriteLine(
                $"{held:N0} may have been entered before; {InvoiceFiles.Result} names the {found.Count:N0} invoices that they may repeat."
            );
            return 0;
        }
        catch (Exception mistake) when (mistake is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine(mistake.Message);
            return CommandRun.Mistake;
        }
    }
}
