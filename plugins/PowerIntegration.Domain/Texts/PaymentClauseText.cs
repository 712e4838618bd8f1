using PowerIntegration.Domain.Law.PayWhenPaid;

namespace PowerIntegration.Domain.Texts;

/// <summary>
/// Reads how payment depends on the owner's. What is not written stays open; the reading of the clause names the term that it misses.
/// </summary>
public static class PaymentClauseText
{
    /// <summary>Reads the object <c>paymentClause</c> of a contract's billing terms; null where the contract has none.</summary>
    public static PaymentTerms? Read(JsonFields? fields) =>
        fields is null
            ? null
            : new PaymentTerms
            {
                Clause = fields.OptionalChoice<PaymentClause>("kind"),
                OutsideDays = fields.OptionalWholeNumber("outsideDays"),
                PassThroughDays = fields.OptionalWholeNumber("passThroughDays"),
            };
}
