using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Wbs;

/// <summary>Accounting periods are open or closed as in Oracle, where the ledger of a business unit is known.</summary>
public sealed class PeriodRefreshTests
{
    private const string Address = "/structures/refresh";
    private const string Periods = "/fscmRestApi/resources/11.13.18.05/accountingPeriodStatusLOV?";

    // The clock of the tests is in December 2025.
    [Fact]
    public async Task Periods_open_and_close_as_in_each_application_of_Oracle()
    {
        await using var host = await GatewayHost.StartAsync(("Oracle:ProjectsApplicationId", "10036"));
        var setup = Arrange(host, "300");
        Kept(host, setup, "Nov-25", 11, isOpen: true);
        Script(
            host,
            200,
            ("Nov-25", "2025-11-01", "2025-11-30", "C"),
            ("Dec-25", "2025-12-01", "2025-12-31", "O"),
            ("Jan-01", "2001-01-01", "2001-01-31", "O")
        );
        Script(host, 101, ("Nov-25", "2025-11-01", "2025-11-30", "O"), ("Dec-25", "2025-12-01", "2025-12-31", "F"));
        Script(host, 10036, ("Dec-25", "2025-12-01", "2025-12-31", "O"));

        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("projectsRead"));

        Assert.Equal(
            [
                "Dec-25 2025-12-01 2025-12-31 payables True ledger False projects True",
                "Nov-25 2025-11-01 2025-11-30 payables False ledger True projects False",
            ],
            Rows(host)
        );

        // What does not differ is not written, and what people cut off stays cut off.
        host.Dataverse.Log.Clear();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.PostAsync(Address);
        Assert.DoesNotContain(
            host.Dataverse.Log,
            entry => entry.Contains("pint_oracleperiod", StringComparison.Ordinal) && entry.StartsWith("upsert", StringComparison.Ordinal)
        );
        Assert.All(host.Dataverse.Rows(OraclePeriodTable.LogicalName), row => Assert.False(row.Contains(OraclePeriodTable.CutOff)));
    }

    [Fact]
    public async Task Without_the_id_of_project_costing_people_say_whether_projects_are_open()
    {
        await using var host = await GatewayHost.StartAsync();
        var setup = Arrange(host, "300");
        Kept(host, setup, "Nov-25", 11, isOpen: true);
        Script(host, 200, ("Nov-25", "2025-11-01", "2025-11-30", "C"));
        Script(host, 101, ("Nov-25", "2025-11-01", "2025-11-30", "C"));
        await host.PostAsync(Address);
        Assert.Equal(["Nov-25 2025-11-01 2025-11-30 payables False ledger False projects True"], Rows(host));
    }

    [Theory]
    [InlineData("300", "2025-11-02", "Period Nov-25 of Unit is from 2025-11-01 to 2025-11-30 here and from 2025-11-02 to 2025-11-30 in Oracle")]
    [InlineData("300", "soon", "Period Nov-25 of Unit has the date 'soon' in Oracle")]
    [InlineData("300;", "2025-11-01", "Payables setup Unit has the ledger ID '300;'")]
    [InlineData("300", null, "Oracle shows no Payables periods of ledger 300. Nothing was changed")]
    public async Task What_does_not_fit_is_named_and_changes_nothing(string ledger, string? start, string sentence)
    {
        await using var host = await GatewayHost.StartAsync();
        var setup = Arrange(host, ledger);
        Kept(host, setup, "Nov-25", 11, isOpen: true);
        Script(host, 200, start is null ? [] : [("Nov-25", start, "2025-11-30", "C")]);
        Script(host, 101);
        await host.PostAsync(Address);
        Assert.Contains(sentence, (string)Assert.Single(host.Dataverse.Calls).Inputs["Note"], StringComparison.Ordinal);
        Assert.Equal(["Nov-25 2025-11-01 2025-11-30 payables True ledger True projects True"], Rows(host));
    }

    [Fact]
    public async Task Where_no_ledger_is_known_periods_stay_as_people_entered_them()
    {
        await using var host = await GatewayHost.StartAsync();
        Kept(host, Arrange(host, null), "Nov-25", 11, isOpen: true);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("projectsRead"));
        Assert.Equal(["Nov-25 2025-11-01 2025-11-30 payables True ledger True projects True"], Rows(host));
    }

    // Oracle lists two organizations of the unit and does not say which of them bears cost.
    [Theory]
    [InlineData(null, "North False, South False")]
    [InlineData("South", "North False, South True")]
    [InlineData("Gone", "North False, South False")]
    public async Task The_organization_of_a_unit_with_several_is_the_one_that_its_payables_setup_names(string? named, string expected)
    {
        await using var host = await GatewayHost.StartAsync();
        var setup = Arrange(host, null);
        host.Dataverse.Row(PayablesSetupTable.LogicalName, setup)[PayablesSetupTable.ExpenditureOrganization] = named;
        host.Oracle.On(
            "GET",
            "/fscmRestApi/resources/11.13.18.05/projectOrganizationsLOV",
            """
            {"items":[{"OrganizationId":1,"BusinessUnitId":3,"OrganizationName":"South","BusinessUnitName":"Unit"},
            {"OrganizationId":2,"BusinessUnitId":3,"OrganizationName":"North","BusinessUnitName":"Unit"}],"hasMore":false}
            """
        );
        await host.PostAsync(Address);
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                host.Dataverse.Rows(OracleOrganizationTable.LogicalName)
                    .Select(row => new RowView(row))
                    .Select(row => $"{row.Text(OracleOrganizationTable.Name)} {row.Flag(OracleOrganizationTable.UnitDefault)}")
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    private static IEnumerable<string> Rows(GatewayHost host) =>
        host
            .Dataverse.Rows(OraclePeriodTable.LogicalName)
            .Select(row => new RowView(row))
            .Select(row =>
                $"{row.Text(OraclePeriodTable.Name)} {row.Date(OraclePeriodTable.StartDate)} {row.Date(OraclePeriodTable.EndDate)} payables "
                + $"{row.Flag(OraclePeriodTable.PayablesOpen)} ledger {row.Flag(OraclePeriodTable.LedgerOpen)} projects "
                + row.Flag(OraclePeriodTable.ProjectsOpen)
            )
            .Order(StringComparer.Ordinal);

    private static void Kept(GatewayHost host, Guid setup, string name, int month, bool isOpen) =>
        host.Dataverse.Add(
            OraclePeriodTable.LogicalName,
            "PERIOD-" + name,
            (OraclePeriodTable.Key, "PERIOD-" + name),
            (OraclePeriodTable.Name, name),
            (OraclePeriodTable.PayablesSetupId, new EntityReference(PayablesSetupTable.LogicalName, setup)),
            (OraclePeriodTable.StartDate, new DateTime(2025, month, 1, 0, 0, 0, DateTimeKind.Utc)),
            (OraclePeriodTable.EndDate, new DateTime(2025, month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1).AddDays(-1)),
            (OraclePeriodTable.PayablesOpen, isOpen),
            (OraclePeriodTable.LedgerOpen, isOpen),
            (OraclePeriodTable.ProjectsOpen, isOpen)
        );

    private static Guid Arrange(GatewayHost host, string? ledger)
    {
        StructureRefreshTests.Arrange(host);
        return host
            .Dataverse.Add(
                PayablesSetupTable.LogicalName,
                "SETUP",
                (PayablesSetupTable.Name, "Unit"),
                (PayablesSetupTable.BusinessUnit, "Unit"),
                (PayablesSetupTable.LedgerId, ledger),
                (PayablesSetupTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
                (PayablesSetupTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
            )
            .Id;
    }

    private static void Script(GatewayHost host, int application, params (string Name, string Start, string End, string Status)[] periods) =>
        host.Oracle.On(
            "GET",
            $"{Periods}limit=499&offset=0&q=LedgerId=300 and ApplicationId={application.ToString(CultureInfo.InvariantCulture)}",
            new JsonObject
            {
                ["items"] = new JsonArray([
                    .. periods.Select(period => new JsonObject
                    {
                        ["PeriodNameId"] = period.Name,
                        ["StartDate"] = period.Start,
                        ["EndDate"] = period.End,
                        ["AdjustmentPeriodFlag"] = false,
                        ["ClosingStatus"] = period.Status,
                    }),
                ]),
                ["hasMore"] = false,
            }.ToJsonString()
        );
}
