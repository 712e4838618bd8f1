using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;

namespace PowerIntegration.Domain.Tests.Law.Jurisdiction;

/// <summary>Contracts and rules for tests; each test changes only what it is about.</summary>
internal static class Regions
{
    public static JurisdictionFacts Illinois { get; } =
        new()
        {
            Contract = "Contract SC-001",
            Jurisdiction = "US-IL",
            Currency = Currency.Usd,
            Sector = ProjectSector.Private,
            ContractDate = CalendarDate.Parse("2025-06-02"),
            ContractValue = 600_000m,
            PrimeContractValue = 40_000_000m,
            ProjectValue = 52_000_000m,
            Dwellings = 148,
            IsBonded = true,
        };

    public static RetainageFigures Figures(decimal gross, decimal retained, decimal toDate, decimal held, decimal sum = 600_000m) =>
        new()
        {
            PaymentGross = gross,
            PaymentRetained = retained,
            GrossToDate = toDate,
            HeldToDate = held,
            ContractSum = sum,
            RoundedBalances = 0,
        };

    public static JurisdictionRule Rule(RuleEffect effect, JurisdictionRuleKind kind, string key = "ALL|TEST|1", bool isVerified = true) =>
        new()
        {
            Key = key,
            Jurisdiction = "US-IL",
            Statute = "Test Act s.1",
            Source = "read in a test",
            IsVerified = isVerified,
            Conditions = new RuleConditions(),
            Effect = effect,
            Kind = kind,
        };

    public static JurisdictionRule Cap(
        decimal? rate,
        CapBase of = CapBase.EachPayment,
        CapStep? step = null,
        bool isVerified = true,
        string key = "ALL|TEST|1",
        bool isBoundToOwner = false
    ) => Rule(new RuleEffect.RetainageCap(rate, of, step, isBoundToOwner, null), JurisdictionRuleKind.RetainageCap, key, isVerified);
}
