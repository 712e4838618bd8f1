using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Seed;

public sealed class SeedConsistencyTests
{
    private const string Bind = "@odata.bind";
    private readonly SeedFolder seed = LakeshoreSeed.Load();

    [Fact]
    public void Three_commitments_have_a_dozen_lines_each_and_their_sum_is_the_contract_sum()
    {
        Assert.Equal(3, Procore("work_order_contracts").Count);
        foreach (var commitment in Procore("work_order_contracts"))
        {
            var lines = LinesOf(commitment);
            Assert.Equal(12, lines.Count);
            Assert.Equal(Amount(commitment, "grand_total"), lines.Sum(line => Amount(line, "amount")));
            Assert.Equal(Enumerable.Range(1, 12), lines.Select(line => line["position"]!.GetValue<int>()));
        }
    }

    [Fact]
    public void Every_schedule_of_values_line_has_one_purchase_order_line_with_equal_amount_down_to_the_distribution()
    {
        foreach (var commitment in Procore("work_order_contracts"))
        {
            var contract = Row("pint_commitments", "pint_procoreid", commitment["id"]!.ToString());
            var order = Oracle("purchaseOrders").Single(row => Text(row, "OrderNumber") == Text(contract, "pint_purchaseordernumber"));
            var orderLines = Children(order, "lines");
            foreach (var line in LinesOf(commitment))
            {
                var link = Row("pint_recordlinks", "pint_procoreid", line["id"]!.ToString());
                var orderLine = orderLines.Single(row => row["POLineId"]!.ToString() == Text(link, "pint_oracleid"));
                var schedule = Children(orderLine, "schedules").Single();
                var distribution = Children(schedule, "distributions").Single();
                Assert.Equal(Text(order, "OrderNumber"), Text(link, "pint_purchaseordernumber"));
                Assert.Equal(orderLine["LineNumber"]!.GetValue<int>(), link["pint_purchaseorderline"]!.GetValue<int>());
                Assert.Equal(schedule["ScheduleNumber"]!.GetValue<int>(), link["pint_purchaseorderschedule"]!.GetValue<int>());
                Assert.All(
                    new[] { orderLine, schedule, distribution },
                    row => Assert.Equal(Amount(line, "amount"), row["Amount"]!.GetValue<decimal>())
                );
                AssertCoding(Children(distribution, "projectDFF").Single(), link);
            }

            // A line that a change order adds has its purchase order line too; one that is lowered leaves the purchase order as it was.
            var added = AddedLines(commitment["id"]!.GetValue<long>());
            Assert.Equal(Amount(commitment, "grand_total") + added.Sum(line => line.Amount), order["Ordered"]!.GetValue<decimal>());
            Assert.Equal(LinesOf(commitment).Count + added.Count, orderLines.Count);
            Assert.All(added, line => AssertOrdered(line, order));
        }
    }

    [Fact]
    public void Every_coding_points_to_a_chargeable_lowest_task_that_Oracle_and_the_cache_know()
    {
        var tasks = Oracle("projects").Single()["Tasks"]!.AsArray().ToDictionary(task => Text(task!, "TaskNumber"));
        var cached = Rows("pint_oracletasks").ToDictionary(row => Text(row, "pint_tasknumber"));
        Assert.Equal(tasks.Keys.Order(), cached.Keys.Order());
        foreach (var (number, task) in tasks)
        {
            Assert.Equal(task!["LowestTask"]!.GetValue<bool>(), cached[number]["pint_lowestlevel"]!.GetValue<bool>());
            Assert.Equal(task["ChargeableFlag"]!.GetValue<bool>(), cached[number]["pint_chargeable"]!.GetValue<bool>());
            Assert.Equal(Text(task, "TaskStartDate"), Text(cached[number], "pint_startdate"));
            Assert.Equal(Text(task, "TaskFinishDate"), Text(cached[number], "pint_finishdate"));
        }

        Assert.All(
            CommitmentLineLinks(),
            link =>
                Assert.True(
                    tasks[Text(link, "pint_tasknumber")]!["LowestTask"]!.GetValue<bool>()
                        && tasks[Text(link, "pint_tasknumber")]!["ChargeableFlag"]!.GetValue<bool>()
                )
        );
    }

    [Fact]
    public void Every_line_but_the_firestopping_carries_its_Oracle_task_in_the_custom_segment()
    {
        var without = Procore("line_items").Where(line => TaskSegmentOf(line) is null).ToList();
        var firestopping = Assert.Single(without);
        Assert.Equal("07-840.SUB", Text(firestopping["wbs_code"]!, "flat_code"));
        Assert.Equal("0784", Text(Row("pint_recordlinks", "pint_procoreid", firestopping["id"]!.ToString()), "pint_tasknumber"));
        Assert.DoesNotContain(Rows("pint_wbsmappingrules"), rule => rule.ContainsKey("pint_OracleTaskId" + Bind));
        Assert.All(
            Procore("line_items").Except(without),
            line => Assert.Equal(Text(Row("pint_recordlinks", "pint_procoreid", line["id"]!.ToString()), "pint_tasknumber"), TaskSegmentOf(line))
        );
    }

    [Fact]
    public void Every_wbs_code_is_the_join_of_its_items_and_every_item_belongs_to_the_pattern()
    {
        var items = Procore("wbs_segment_items").ToDictionary(item => item["id"]!.GetValue<long>());
        var segments = Children(Procore("wbs_patterns").Single(), "segments").ToDictionary(segment => segment["id"]!.GetValue<long>());
        foreach (var code in Procore("wbs_codes"))
        {
            var parts = Children(code, "segment_items");
            Assert.Equal(Text(code, "flat_code"), string.Join('.', parts.Select(part => Text(part, "path_code"))));
            Assert.All(parts, part => Assert.Equal(Text(items[part["id"]!.GetValue<long>()], "path_code"), Text(part, "path_code")));
        }

        Assert.All(
            segments,
            segment =>
                Assert.Equal(
                    segment.Value["segment_items_count"]!.GetValue<int>(),
                    items.Values.Count(item => item["segment"]!["id"]!.GetValue<long>() == segment.Key)
                )
        );
    }

    [Fact]
    public void Each_contract_names_a_supplier_site_that_can_be_paid_and_one_supplier_has_two()
    {
        foreach (var contract in Rows("pint_commitments"))
        {
            var supplier = Oracle("suppliers").Single(row => Text(row, "Supplier") == Text(contract, "pint_vendorname"));
            var site = Children(supplier, "sites").Single(row => Text(row, "SupplierSite") == Text(contract, "pint_vendorsite"));
            var order = Oracle("purchaseOrders").Single(row => Text(row, "OrderNumber") == Text(contract, "pint_purchaseordernumber"));
            Assert.Equal(Text(supplier, "SupplierNumber"), Text(contract, "pint_vendornumber"));
            Assert.True(site["SitePurposePayFlag"]!.GetValue<bool>());
            Assert.Equal(site["SupplierSiteId"]!.GetValue<long>(), order["SupplierSiteId"]!.GetValue<long>());
            Assert.Equal(supplier["SupplierId"]!.GetValue<long>(), order["SupplierId"]!.GetValue<long>());
        }

        Assert.Equal(2, Oracle("suppliers").Max(supplier => Children(supplier, "sites").Count));
    }

    [Fact]
    public void The_payables_set_up_names_what_Oracle_has()
    {
        var setup = Rows("pint_payablessetups").Single();
        Assert.Contains(Oracle("businessUnits"), row => Text(row, "BusinessUnitName") == Text(setup, "pint_businessunit"));
        Assert.Contains(Oracle("invoiceSources"), row => Text(row, "LookupCode") == Text(setup, "pint_invoicesource"));
        Assert.Contains(Oracle("paymentTerms"), row => Text(row, "name") == Text(setup, "pint_paymentterms"));
        Assert.Contains(Oracle("accounts"), row => Text(row, "AccountCombination") == Text(setup, "pint_retainageaccount"));
        Assert.Equal(
            Oracle("payablesPeriods").Select(row => (Text(row, "StartDate"), Text(row, "EndDate"), Text(row, "PayablesStatus") == "Open")),
            Rows("pint_oracleperiods")
                .Select(row => (Text(row, "pint_startdate"), Text(row, "pint_enddate"), row["pint_payablesopen"]!.GetValue<bool>()))
        );
    }

    [Fact]
    public void Every_bind_names_a_row_that_stands_before_it_and_every_key_is_its_own_and_in_the_allowed_letters()
    {
        // Users are there before every row.
        var known = seed.Users.Select(user => $"systemusers({user.SystemUserId})").ToHashSet(StringComparer.Ordinal);
        foreach (var row in seed.Dataverse)
        {
            Assert.All(
                row.Body.Where(field => field.Key.EndsWith(Bind, StringComparison.Ordinal)),
                field => Assert.Contains(field.Value!.ToString(), known)
            );
            var key = Text(row.Body, "pint_key");
            Assert.Matches("^[A-Z0-9|-]{1,200}$", key);
            Assert.True(known.Add($"{row.Set}(pint_key='{key}')"), $"{row.Place}: {key} is given twice.");
        }
    }

    [Fact]
    public void The_months_say_by_hand_what_the_certificates_add_up_to()
    {
        var sums = new ScriptSums();
        foreach (var month in seed.Months)
        {
            foreach (var correction in month.Corrections ?? [])
            {
                Assert.Equal(sums.Correct(correction), correction.Expected);
            }

            foreach (var invoice in month.Invoices)
            {
                Assert.Equal(sums.Bill(invoice), invoice.Expected);
            }
        }
    }

    [Fact]
    public void Some_retainage_of_the_months_ends_in_half_a_cent_so_that_the_rounding_rule_shows()
    {
        var toDate = seed.Months[0].Invoices.SelectMany(invoice => invoice.Items).Select(item => item.WorkCompletedThisPeriod);
        Assert.Contains(toDate, work => Math.Round(work / 10, 2, MidpointRounding.ToEven) != TenPercent(work));
    }

    [Fact]
    public void The_months_name_known_people_periods_and_lines_and_number_their_invoices_once()
    {
        var logins = Procore("users").Select(user => Text(user, "login")).ToHashSet();
        var periods = Procore("billing_periods").Select(period => period["id"]!.GetValue<long>()).ToHashSet();
        var invoices = seed.Months.SelectMany(month => month.Invoices).ToList();
        Assert.All(seed.Months, month => Assert.Contains(month.PeriodId, periods));
        Assert.All(invoices, invoice => Assert.True(logins.Contains(invoice.SubmittedBy) && logins.Contains(invoice.ReviewedBy)));
        Assert.All(invoices, invoice => Assert.All(invoice.Items, item => Assert.Contains(item.LineItemId, LineIdsOf(invoice.CommitmentId))));
        Assert.Equal(invoices.Count, invoices.Select(invoice => invoice.InvoiceNumber).Distinct().Count());
        Assert.All(invoices, invoice => Assert.True(invoice.CreatedAt < invoice.SubmittedAt && invoice.SubmittedAt < invoice.ReviewedAt));
    }

    [Fact]
    public void The_users_hold_the_roles_the_product_ships()
    {
        Assert.Equal(
            [
                "PowerIntegration Controller",
                "PowerIntegration Mapping Administrator",
                "PowerIntegration Accounts Payable",
                "PowerIntegration Approver",
                "PowerIntegration Vendor Master",
                "PowerIntegration Gateway",
                "PowerIntegration Flow Connection",
                "PowerIntegration Approvals Connection",
            ],
            seed.Users.SelectMany(user => user.SecurityRoles).Distinct()
        );
        Assert.True(seed.User("gateway").IsApplication);
        Assert.Equal(["Read", "Submit"], seed.User("flows").AppRoles);
        Assert.Contains("The users are ", Assert.Throws<SeedException>(() => seed.User("nobody")).Message, StringComparison.OrdinalIgnoreCase);
    }

    private IEnumerable<long> LineIdsOf(long commitment) =>
        LinesOf(commitment).Select(line => line["id"]!.GetValue<long>()).Concat(AddedLines(commitment).Select(line => line.LineItemId));

    private List<ChangeOrderLineScript> AddedLines(long commitment) =>
        [
            .. seed
                .Months.SelectMany(month => month.ChangeOrders ?? [])
                .Where(order => order.CommitmentId == commitment)
                .SelectMany(order => order.Lines)
                .Where(line => line.CodingOfLineItemId is not null),
        ];

    // The added line's Procore coding is another line's, so its purchase order line is coded like that one's.
    private void AssertOrdered(ChangeOrderLineScript line, JsonObject order)
    {
        var link = Row("pint_recordlinks", "pint_procoreid", line.LineItemId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var coded = Row(
            "pint_recordlinks",
            "pint_procoreid",
            line.CodingOfLineItemId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        var orderLine = Children(order, "lines").Single(row => row["POLineId"]!.ToString() == Text(link, "pint_oracleid"));
        var schedule = Children(orderLine, "schedules").Single();
        Assert.Equal(Text(coded, "pint_tasknumber"), Text(link, "pint_tasknumber"));
        Assert.Equal(orderLine["LineNumber"]!.GetValue<int>(), link["pint_purchaseorderline"]!.GetValue<int>());
        Assert.All(
            new[] { orderLine, schedule, Children(schedule, "distributions").Single() },
            row => Assert.Equal(line.Amount, row["Amount"]!.GetValue<decimal>())
        );
        AssertCoding(Children(Children(schedule, "distributions").Single(), "projectDFF").Single(), link);
    }

    private static decimal TenPercent(decimal amount) => Math.Round(amount / 10, 2, MidpointRounding.AwayFromZero);

    private static void AssertCoding(JsonObject coding, JsonObject link)
    {
        Assert.Equal(Text(link, "pint_oracleprojectnumber"), Text(coding, "_PROJECT_ID_Display"));
        Assert.Equal(Text(link, "pint_tasknumber"), Text(coding, "_TASK_ID_Display"));
        Assert.Equal(Text(link, "pint_expendituretype"), Text(coding, "_EXPENDITURE_TYPE_ID_Display"));
        Assert.Equal(Text(link, "pint_expenditureorganization"), Text(coding, "_ORGANIZATION_ID_Display"));
    }

    private string? TaskSegmentOf(JsonObject line)
    {
        var code = Procore("wbs_codes").Single(row => row["id"]!.GetValue<long>() == line["wbs_code"]!["id"]!.GetValue<long>());
        return Children(code, "segment_items").SingleOrDefault(item => item["segment"]!["name"]!.ToString() == "Oracle Task")?["code"]!.ToString();
    }

    private IEnumerable<JsonObject> CommitmentLineLinks() => Rows("pint_recordlinks").Where(row => row.ContainsKey("pint_tasknumber"));

    private List<JsonObject> LinesOf(JsonObject commitment) => LinesOf(commitment["id"]!.GetValue<long>());

    private List<JsonObject> LinesOf(long commitment) =>
        [.. Procore("line_items").Where(line => line["holder"]!["id"]!.GetValue<long>() == commitment)];

    private List<JsonObject> Procore(string kind) => [.. seed.Procore[kind].Select(row => row!.AsObject())];

    private List<JsonObject> Oracle(string kind) => [.. seed.Oracle[kind].Select(row => row!.AsObject())];

    private IEnumerable<JsonObject> Rows(string set) => seed.Dataverse.Where(row => row.Set == set).Select(row => row.Body);

    private JsonObject Row(string set, string field, string value) => Rows(set).Single(row => row[field]?.ToString() == value);

    private static List<JsonObject> Children(JsonNode row, string name) => [.. row[name]!.AsArray().Select(child => child!.AsObject())];

    private static string Text(JsonNode row, string field) => row[field]!.GetValue<string>();

    private static decimal Amount(JsonNode row, string field) => decimal.Parse(Text(row, field), System.Globalization.CultureInfo.InvariantCulture);
}
