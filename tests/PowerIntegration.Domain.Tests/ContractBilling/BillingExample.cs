using System.Text.Json;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;

namespace PowerIntegration.Domain.Tests.ContractBilling;

/// <summary>One worked example: applications in order, with what every line and the certificate must come to.</summary>
internal sealed class BillingExample
{
    private readonly JsonElement json;

    private BillingExample(JsonElement json) => this.json = json;

    public RetainageTerms Terms => Facts.Rates(Number(json.GetProperty("inputs"), "rate_work"), Number(json.GetProperty("inputs"), "rate_stored"));

    public static BillingExample Load(string id)
    {
        using var stream = typeof(BillingExample).Assembly.GetManifestResourceStream("billing-examples.json")!;
        using var reader = new StreamReader(stream);
        using var document = JsonDocument.Parse(reader.ReadToEnd());
        return new BillingExample(
            document.RootElement.GetProperty("examples").EnumerateArray().Single(example => example.GetProperty("id").GetString() == id).Clone()
        );
    }

    public JsonElement Expected(string application) => json.GetProperty("expected").GetProperty(application);

    public JsonElement ExpectedCertificate(string application) => Expected(application).GetProperty("G702");

    public decimal NetPayable(string application) => Number(Expected(application), "net_payable");

    /// <summary>Amounts that well-known wrong rules give, by the rule's name.</summary>
    public IEnumerable<decimal> WrongAnswers => json.GetProperty("wrong_answers").EnumerateArray().Select(answer => Number(answer, "amount"));

    /// <summary>The application as Procore would report it: inputs in C, D, E, F, retainage as approved.</summary>
    public SourceInvoice Application(string name, int number, string? previousName)
    {
        var inputs = json.GetProperty("inputs").GetProperty(name).EnumerateArray().ToList();
        var lines = Expected(name).GetProperty("lines").EnumerateArray().ToList();
        var previous = previousName is null ? null : Expected(previousName).GetProperty("lines").EnumerateArray().ToList();
        return Sample.Application(
            number,
            previousName is null ? 0m : Number(ExpectedCertificate(previousName), "line6"),
            [
                .. inputs.Select(
                    (input, index) =>
                        Sample.Line(
                            index + 1,
                            Number(input, "C"),
                            Number(input, "D"),
                            Number(input, "E"),
                            Number(input, "F"),
                            Number(lines[index], "RW"),
                            Number(lines[index], "RS"),
                            previous is null ? 0m : Number(previous[index], "G")
                        )
                ),
            ]
        );
    }

    public static decimal Number(JsonElement element, string name) =>
        decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
