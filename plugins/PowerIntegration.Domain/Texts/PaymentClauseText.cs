using PowerIntegration.Domain.Law.PayWhenPaid;

namespace PowerIntegration.Domain.Texts;

/// <summary>
/// Reads how payment depends on the owner's payment. A term that is not given stays empty; the reading of the clause reports it.
/// </summary>
public static class PaymentClauseText
{
    /// <summary>Reads the object <c>paymentClause</c> of billing terms; null where there is none.</summary>
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
