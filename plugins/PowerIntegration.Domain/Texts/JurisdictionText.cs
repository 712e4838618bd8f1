using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;

namespace PowerIntegration.Domain.Texts;

/// <summary>
/// Reads where a contract lies and what the law of the place asks about it. What is not written is not known; a rule that needs it says so.
/// </summary>
public static class JurisdictionText
{
    /// <summary>Reads the object <c>region</c> of a contract's billing terms; null where the contract has none.</summary>
    /// <param name="fields">The object.</param>
    /// <param name="contract">The contract's number, by which sentences name it.</param>
    /// <param name="currency">The contract's currency; a code that is not known is the billing terms' own problem.</param>
    public static JurisdictionFacts? Read(JsonFields? fields, string contract, string? currency) =>
        fields is null
            ? null
            : new JurisdictionFacts
            {
                Contract = "Contract " + contract,
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
