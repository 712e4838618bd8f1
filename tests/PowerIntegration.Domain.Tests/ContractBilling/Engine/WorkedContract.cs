using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>A contract with its applications, as rows of numbers.</summary>
internal sealed class WorkedContract(string id, RetainageTerms retainage, StoredMaterials storedMaterials, string table)
{
    public string Id { get; } = id;

    public ContractTerms Terms { get; } = Contracts.Terms(retainage) with { StoredMaterials = storedMaterials };

    public IReadOnlyList<WorkedApplication> Applications { get; } = Read(table);

    public ContractLedger Start => Contracts.Ledger(Applications[0].Header[0]);

    private static List<WorkedApplication> Read(string table)
    {
        var applications = new List<WorkedApplication>();
        foreach (var row in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = row.Split(' ');
            var numbers = cells.Skip(1).Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)).ToList();
            if (cells[0] == "application")
            {
                applications.Add(new WorkedApplication(applications.Count + 1, numbers, []));
            }
            else
            {
                applications[^1].Lines.Add(cells[0], numbers);
            }
        }

        return applications;
    }
}
