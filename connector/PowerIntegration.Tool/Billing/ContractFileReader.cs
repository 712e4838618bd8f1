using System.Text.Json;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Tool.Billing;

/// <summary>Reads a contract file. A mistake is one sentence that names file, application, line, field and value.</summary>
internal static class ContractFileReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">The file says something that is no contract.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContractFile Read(string path)
    {
        var text = File.ReadAllText(path);
        var file = Path.GetFileName(path);
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return Contract(new ContractPlace(document.RootElement, file), file);
        }
        catch (JsonException mistake)
        {
            throw new InvalidDataException($"{file}, line {mistake.LineNumber + 1} of the text is no JSON: {mistake.Message}", mistake);
        }
    }

    private static ContractFile Contract(ContractPlace place, string file)
    {
        var number = place.Text("contract");
        var currency = place.TextOrNull("currency");
        var signed = TermsReader.Read(place.Place("terms"), new ContractTerms { ContractNumber = number, Currency = currency });
        var opening = place.PlaceOrNull("opening");
        ContractLine[] lines = [.. place.Places("lines").Select(line => opening is null ? Line(line) : Line(line) with { Posted = Balance(line) })];
        var terms = signed;
        var applications = new List<ContractFileApplication>();
        foreach (var entry in place.Places("applications"))
        {
            // Terms that change by agreement hold from their application on.
            terms = entry.PlaceOrNull("terms") is { } changed ? TermsReader.Read(changed, terms) : terms;
            applications.Add(new ContractFileApplication(terms, ApplicationReader.Read(entry, file, currency)));
        }

        var contract = new ContractFile
        {
            Name = place.TextOrNull("name") is { } name ? $"{number}, {name}" : number,
            Ledger = new ContractLedger
            {
                Currency = currency ?? "",
                OriginalContractSum = place.AmountOrNull("originalContractSum") ?? lines.Sum(line => line.ScheduledValue),
                Lines = lines,
                LastPostedNumber = opening?.Integer("lastApplication") ?? 0,
                Opening = opening is null ? null : Opening(opening),
            },
            Applications = applications,
        };
        RequireSome(place, "lines", lines.Length);
        RequireSome(place, "applications", applications.Count);
        place.RefuseUnknownFields();
        return contract;
    }

    private static ContractLine Line(ContractPlace place) =>
        new()
        {
            LineId = place.Text("line"),
            Description = place.TextOrNull("description"),
            Coding = place.TextOrNull("coding"),
            ScheduledValue = place.Amount("scheduledValue"),
        };

    // What a contract that is taken over brings with it; without an opening these fields are unknown and refused.
    private static LineBalance Balance(ContractPlace place) =>
        new(
            place.Amount("completedToDate"),
            new BucketAmounts(place.Amount("workRetainage"), place.Amount("storedRetainage"), place.AmountOrNull("punchListRetainage") ?? 0m)
        )
        {
            Stored = place.Amount("materialsStored"),
        };

    private static OpeningBalance Opening(ContractPlace place) =>
        new(
            place.DayOrNull("date") ?? throw place.Wrong("date", "write a day as 2025-10-31"),
            place.Amount("gross"),
            place.Amount("retainage"),
            place.Amount("oracleGross"),
            place.Amount("retainageAccount"),
            place.TextOrNull("signedBy")
        );

    private static void RequireSome(ContractPlace place, string field, int count)
    {
        if (count == 0)
        {
            throw place.Wrong(field, "write at least one");
        }
    }
}
