namespace PowerIntegration.Domain.VendorMatching;

/// <summary>A tax ID that was read, or why it identifies no company.</summary>
internal sealed class TaxReading
{
    private TaxReading(TaxNumber? number, TaxNumberFault fault)
    {
        Number = number;
        Fault = fault;
    }

    public TaxNumber? Number { get; }

    public TaxNumberFault Fault { get; }

    public static TaxReading Of(string text, string country)
    {
        var fault = TaxNumber.Read(text, country, out var number);
        return new TaxReading(number, fault);
    }
}
