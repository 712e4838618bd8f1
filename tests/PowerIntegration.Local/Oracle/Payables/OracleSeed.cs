using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>
/// The initial state of the simulated pod, read from a folder of JSON files in Oracle's wire shapes: set-up, projects, suppliers, purchase orders.
/// </summary>
public sealed class OracleSeed
{
    private readonly Dictionary<string, JsonObject> suppliersByName;
    private readonly Dictionary<string, JsonObject> ordersByNumber;

    private OracleSeed(string folder)
    {
        Projects = SeedFile.Read(folder, ProjectResources.Projects);
        Suppliers = SeedFile.Read(folder, ProcurementResources.Suppliers);
        PurchaseOrders = SeedFile.Read(folder, ProcurementResources.PurchaseOrders);
        ExpenditureTypes = SeedFile.Read(folder, ProjectResources.ExpenditureTypesFile);
        Organizations = SeedFile.Read(folder, ProjectResources.OrganizationsFile);
        Setup = new PayablesSetup(folder);
        suppliersByName = Suppliers.ToDictionary(row => row.Text("Supplier")!, StringComparer.Ordinal);
        ordersByNumber = PurchaseOrders.ToDictionary(row => row.Text("OrderNumber")!, StringComparer.Ordinal);
        foreach (var order in PurchaseOrders)
        {
            RefuseWhatIsNotSimulated(order);
        }
    }

    internal IReadOnlyList<JsonObject> Projects { get; }

    internal IReadOnlyList<JsonObject> Suppliers { get; }

    internal IReadOnlyList<JsonObject> PurchaseOrders { get; }

    internal IReadOnlyList<JsonObject> ExpenditureTypes { get; }

    internal IReadOnlyList<JsonObject> Organizations { get; }

    internal PayablesSetup Setup { get; }

    /// <summary>Reads the seed.</summary>
    /// <param name="folder">Folder with projects.json, suppliers.json, purchaseOrders.json, expenditureTypes.json,
    /// expenditureOrganizations.json and the set-up files.</param>
    /// <exception cref="InvalidDataException">A file is missing or holds what is not documented or not simulated; the text names file, record and
    /// attribute.</exception>
    public static OracleSeed Load(string folder) => new(folder);

    internal JsonObject? Supplier(string name) => suppliersByName.GetValueOrDefault(name);

    internal JsonObject? PurchaseOrder(string number) => ordersByNumber.GetValueOrDefault(number);

    internal bool IsCurrency(string code) =>
        Projects.Any(project => project.Text("ProjectCurrencyCode") == code) || PurchaseOrders.Any(order => order.Text("CurrencyCode") == code);

    private static void RefuseWhatIsNotSimulated(JsonObject order)
    {
        foreach (var line in order.Rows("lines"))
        {
            foreach (var schedule in line.Rows("schedules"))
            {
                var name =
                    $"Purchase order {order.Text("OrderNumber")}, line {line.Number("LineNumber")}, schedule {schedule.Number("ScheduleNumber")}";
                if (schedule.Number("RetainageRate") is > 0m)
                {
                    throw new InvalidDataException(
                        $"{name} has a RetainageRate. The simulator does not make retainage distributions; remove the rate."
                    );
                }

                if (schedule.Rows("distributions").Count() != 1)
                {
                    throw new InvalidDataException($"{name} must have one distribution. The simulator does not spread a matched line over several.");
                }
            }
        }
    }
}
