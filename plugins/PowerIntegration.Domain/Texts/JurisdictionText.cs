using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;

namespace PowerIntegration.Domain.Texts;

/// <summary>
/// Reads the jurisdiction of a commitment and the facts that legal rules need. A fact that is not given is unknown; a rule that needs it reports it.
/// </summary>
public static class JurisdictionText
{
    /// <summary>Reads the object <c>region</c> of billing terms; null where there is none.</summary>
    /// <param name="fields">The object.</param>
    /// <param name="contract">The commitment's number, for sentences.</param>
    /// <param name="currency">The commitment's currency; an unknown code is reported by the billing terms.</param>
    public static JurisdictionFacts? Read(JsonFields? fields, string contract, string? currency) =>
        fields is null
            ? null
            : new JurisdictionFacts
            {
                Contract = "Commitment " + contract,
                Jurisdiction = fields.Text("jurisdiction"),
                Currency = Currency.TryFind(currency, out var known) ? known : default,
                Sector = fields.OptionalChoice<ProjectSector>("sector"),
                ContractDate = fields.OptionalDay("contractDate"),
                ContractValue = fields.OptionalAmount("contractValue"),
                PrimeContractValue = fields.OptionalAmount("primeContractValue"),
                ProjectValue = fields.OptionalAmount("projectValue"),
                Dwellings = fields.OptionalWholeNumber("dwellings"),
                IsBonded = fields.OptionalText("bonded") is null ? null : fields.Flag("bonded"),
                OwnerHeldRate = fields.OptionalRate("ownerHeldRate"),
                Exceptions =
                [
                    .. fields.Objects("exceptions").Select(exception => new RuleException(exception.Text("rule"), exception.Text("reason"))),
                ],
            };
}
