using System.Text;
using System.Text.Json;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Tool.Billing;

/// <summary>
/// Reads a contract file. Terms, lines, opening balances and applications are read by the readers of the plug-ins, so the same mistake gives the same
/// sentence in both.
/// </summary>
internal static class ContractFileReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">The file is not a valid contract; one sentence a line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContractFile Read(string path)
    {
        var file = Path.GetFileName(path);
        var reader = new FieldReader();
        var contract = JsonText.Read("", WithoutComments(File.ReadAllText(path), file), reader, fields => Contract(file, fields, reader));
        return contract is not null && reader.Problems.Count == 0
            ? contract
            : throw new InvalidDataException(string.Join(Environment.NewLine, reader.Problems.Select(problem => $"{file}: {problem}")));
    }

    // Files may have comments and trailing commas; the readers take plain JSON. Numbers keep their spelling.
    private static string WithoutComments(string text, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            using var plain = new MemoryStream();
            using (var writer = new Utf8JsonWriter(plain))
            {
                document.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(plain.ToArray());
        }
        catch (JsonException mistake)
        {
            throw new InvalidDataException($"{file}, line {mistake.LineNumber + 1} is not valid JSON: {Problem(mistake)}", mistake);
        }
    }

    // The parser repeats the line, counted from zero.
    private static string Problem(JsonException mistake)
    {
        var place = mistake.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return place < 0 ? mistake.Message : mistake.Message[..place];
    }

    private static ContractFile Contract(string file, JsonFields fields, FieldReader reader)
    {
        var number = fields.Text("contract");
        var currency = fields.OptionalText("currency");
        var terms = new ContractTerms { ContractNumber = number, Currency = currency };
        terms = fields.Inside("terms") is { } signed ? TermsText.Change(signed, terms) : terms;
        var opening = fields.Optional("opening");

        // A running contract has balances on its lines; without an opening these fields are unknown and refused.
        ContractLine[] lines =
        [
            .. fields.Objects("lines", "line").Select(line => opening is null ? BalancesText.ReadUnbilledLine(line) : BalancesText.ReadLine(line)),
        ];
        var applications = new List<ContractFileApplication>();
        foreach (var entry in fields.Objects("applications", "number"))
        {
            // Changed terms apply from their application on.
            terms = entry.Optional("terms") is { } changed ? TermsText.Change(changed, terms) : terms;
            applications.Add(
                new ContractFileApplication(terms, Application(entry, currency)) { Paid = entry.OptionalAmount("paid"), Held = [.. Held(entry)] }
            );
        }

        FileLines.Check(lines, applications, reader);
        var originalSum = fields.OptionalAmount("originalContractSum");
        RequireSome(reader, "lines", lines.Length);
        RequireSome(reader, "applications", applications.Count);
        return new ContractFile
        {
            File = file,
            Notes = originalSum is null ? ["originalContractSum is not in the file; the total of the lines is used."] : [],
            Name = fields.OptionalText("name") is { } name ? $"{number}, {name}" : number,
            Ledger = new ContractLedger
            {
                Currency = currency ?? "",
                OriginalContractSum = originalSum ?? lines.Sum(line => line.ScheduledValue),
                Lines = lines,
                LastPostedNumber = opening?.WholeNumber("lastApplication") ?? 0,
                LastPeriodEnd = opening?.OptionalDay("periodEnd"),
                Opening = opening is null ? null : BalancesText.ReadOpening(opening),
            },
            Applications = applications,
        };
    }

    private static Application Application(JsonFields fields, string? currency)
    {
        var application = ApplicationText.ReadListed(fields);
        return application with { Currency = application.Currency ?? currency };
    }

    private static IEnumerable<HeldOnLine> Held(JsonFields application)
    {
        foreach (var line in application.Objects("lines", "line"))
        {
            if (line.OptionalAmount("retainageHeld") is { } held)
            {
                yield return new HeldOnLine(line.OptionalText("line") ?? "", held);
            }
        }
    }

    private static void RequireSome(FieldReader reader, string field, int count)
    {
        if (count == 0)
        {
            reader.Add($"{field} is missing or empty. Enter at least one.");
        }
    }
}
