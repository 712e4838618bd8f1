using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>
/// The controls, on a copy of the job: an invoice approved in Procore, one in Oracle, one in Teams that changes while it is asked, one that its own
/// submitter approved, and a payee change that a second person refuses. Each is proved by what Dataverse and Oracle hold afterwards.
/// </summary>
/// <param name="layout">Where the artifacts are.</param>
/// <param name="dataFolder">The job.</param>
/// <param name="seed">Seed of ids.</param>
internal sealed class DemoControls(RepositoryLayout layout, string dataFolder, int seed)
{
    // The sweep looks at what Oracle decided.
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(10);

    private const string Reader = "theo.brandt";
    private const string BusinessUnit = "Lakeshore US BU";
    private const string Supplier = "Prairie Concrete Contractors, Inc.";
    private const string State = "pint_documentstate@OData.Community.Display.V1.FormattedValue";
    private const string VendorMaster = "nora.patel";
    private const string SecondVendorMaster = "victor.hahn";

    private readonly DrivenClock clock = new(RunningSandbox.SeedStart);
    private readonly List<ProvedCase> proved = [];

    /// <summary>Plays and proves them.</summary>
    public async Task<IReadOnlyList<ProvedCase>> PlayAsync(CancellationToken cancellation)
    {
        using var data = ControlsData.Of(dataFolder);
        var store = Directory.CreateTempSubdirectory("powerintegration-demo-").FullName;
        try
        {
            await using var sandbox = await RunningSandbox.StartAsync(
                new SandboxOptions
                {
                    Layout = layout,
                    DataFolder = data.Folder,
                    StoreFolder = store,
                    Seed = seed,
                    Clock = clock,
                },
                cancellation
            );
            var calls = new DemoCalls(sandbox);
            await InProcoreAsync(sandbox, calls, cancellation);
            await InOracleAsync(sandbox, calls, cancellation);
            await InTeamsAsync(sandbox, calls, cancellation);
            await PayeeAsync(calls, cancellation);
            return proved;
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    // October, as it was billed: the executive approves within her limit, and one subcontractor approves its own invoice.
    private async Task InProcoreAsync(RunningSandbox sandbox, DemoCalls calls, CancellationToken cancellation)
    {
        sandbox.Months.PlayNext();
        await PollAsync(sandbox, cancellation);
        var invoice = await DocumentAsync(calls, Number(sandbox, 0), cancellation);
        Prove(
            "An invoice is approved in Procore",
            invoice[State]!.ToString() == "Posted" && invoice["pint_approvername"]!.ToString() == "Dana Whitfield",
            $"{Number(sandbox, 0)} over {Payable(invoice)} is posted. Procore shows who approved it and when: Dana Whitfield, within her limit."
        );
        var own = await DocumentAsync(calls, ControlsData.OwnApproval, cancellation);
        Prove(
            "A submitter approves the own invoice",
            own["pint_reasoncode"]?.ToString() == "approved-by-submitter"
                && sandbox.Oracle.ReceivedPayloads.All(sent => sent["InvoiceNumber"]?.ToString() != ControlsData.OwnApproval),
            $"{ControlsData.OwnApproval} is held: Luis Ortega submitted and approved it. Nothing was sent."
        );
        var twice = await calls.RowsAsync(Reader, "pint_findings?$filter=pint_kind eq 'approved-twice'", cancellation);
        Prove(
            "Oracle asks again",
            twice.Count == 1,
            "Oracle's workflow asks for invoices that Procore approved. It is one finding about the business unit, for the controller."
        );
    }

    // November: nobody is asked here; Oracle's workflow decides before it pays.
    private async Task InOracleAsync(RunningSandbox sandbox, DemoCalls calls, CancellationToken cancellation)
    {
        var number = Number(sandbox, 1);
        Submit(sandbox, 1);
        await PollAsync(sandbox, cancellation);
        var invoice = await DocumentAsync(calls, number, cancellation);
        var refused = Pay(sandbox, number);
        sandbox.Oracle.DecideInWorkflow(BusinessUnit, Supplier, number, isApproved: true);
        clock.Advance(SweepInterval);
        await sandbox.Flows.RunDueAsync(cancellation);
        var followed = await DocumentAsync(calls, number, cancellation);
        Prove(
            "An invoice is approved in Oracle",
            invoice[State]!.ToString() == "Posted"
                && invoice["pint_oracleapprovalstatus"]!.ToString() == "Required"
                && followed["pint_oracleapprovalstatus"]!.ToString() == "Workflow approved"
                && refused?.Contains("approval status Required", StringComparison.Ordinal) == true
                && Pay(sandbox, number) is null,
            $"{number} over {Payable(invoice)} is sent without asking. Oracle does not pay it until its own workflow approved it, "
                + "which the document shows."
        );
    }

    // December: asked in Teams, changed, asked again, approved; the answer to what it was has no effect.
    private async Task InTeamsAsync(RunningSandbox sandbox, DemoCalls calls, CancellationToken cancellation)
    {
        var number = Number(sandbox, 2);
        var id = Submit(sandbox, 2);
        await PollAsync(sandbox, cancellation);
        var first = Open(sandbox);
        var items = Invoice(sandbox, 2).Items.Select((item, index) => index == 0 ? item with { WorkCompletedThisPeriod = 0m } : item).ToList();
        clock.Advance(TimeSpan.FromHours(2));
        sandbox.Procore.Actors.Revise(id, items, Invoice(sandbox, 2).SubmittedBy, clock.GetUtcNow());
        await PollAsync(sandbox, cancellation);
        var second = Open(sandbox);
        if (first.Count != 1 || second.Count != 2)
        {
            Prove("An invoice is approved in Teams", false, "");
            return;
        }

        await AnswerAsync(sandbox, first[0].ApprovalId, cancellation);
        var stillWaits = (await DocumentAsync(calls, number, cancellation))[State]!.ToString() == "Awaiting approval";
        await AnswerAsync(sandbox, second[1].ApprovalId, cancellation);
        var invoice = await DocumentAsync(calls, number, cancellation);
        Prove(
            "An invoice is approved in Teams",
            stillWaits
                && invoice[State]!.ToString() == "Posted"
                && sandbox.Oracle.ReceivedPayloads.Count(sent => sent["InvoiceNumber"]?.ToString() == number) == 1,
            $"Omar Lindqvist is asked about {number}, it changes, and he is asked again. His answer to the first request has no effect; "
                + $"the second one posts {Payable(invoice)}."
        );
    }

    // A changed site is money to another account: who entered it does not activate it, and the second person says no.
    private async Task PayeeAsync(DemoCalls calls, CancellationToken cancellation)
    {
        var link = (await calls.RowsAsync(VendorMaster, "pint_vendorlinks?$orderby=pint_key&$top=1", cancellation))[0];
        var draft = new JsonObject
        {
            ["pint_key"] = link["pint_key"] + "|2",
            ["pint_name"] = link["pint_name"]!.ToString(),
            ["pint_EnvironmentId@odata.bind"] = "pint_environments(pint_key='LAKESHORE')",
            ["pint_procoreid"] = link["pint_procoreid"]!.ToString(),
            ["pint_businessunit"] = link["pint_businessunit"]!.ToString(),
            ["pint_vendorname"] = link["pint_vendorname"]!.ToString(),
            ["pint_vendornumber"] = link["pint_vendornumber"]!.ToString(),
            ["pint_vendorsite"] = "REMIT-2",
            ["pint_ReplacesId@odata.bind"] = $"pint_vendorlinks({link["pint_vendorlinkid"]})",
        };
        var entered = await calls.SendAsync(VendorMaster, HttpMethod.Post, "pint_vendorlinks", draft, cancellation);
        var row = (await calls.RowsAsync(VendorMaster, $"pint_vendorlinks?$filter=pint_key eq '{draft["pint_key"]}'", cancellation))[0];
        var id = row["pint_vendorlinkid"]!.ToString();
        var alone = await calls.SendAsync(
            VendorMaster,
            HttpMethod.Post,
            "pint_Activate",
            new JsonObject
            {
                ["Table"] = "pint_vendorlink",
                ["RowId"] = id,
                ["ContentHash"] = row["pint_versionhash"]!.ToString(),
            },
            cancellation
        );
        var rejected = await calls.SendAsync(SecondVendorMaster, HttpMethod.Delete, $"pint_vendorlinks({id})", null, cancellation);
        var after = await calls.RowsAsync(VendorMaster, $"pint_vendorlinks?$filter=pint_procoreid eq '{link["pint_procoreid"]}'", cancellation);
        Prove(
            "A payee change is refused by a second person",
            entered.IsDone
                && alone.Body["State"]?.ToString() == "Refused"
                && rejected.IsDone
                && after.Count == 1
                && after[0]["pint_vendorsite"]!.ToString() == link["pint_vendorsite"]!.ToString(),
            $"Nora Patel enters another site for {link["pint_vendorname"]} and cannot activate it. Victor Hahn reviews the draft and deletes it; "
                + $"site {link["pint_vendorsite"]} is still paid."
        );
    }

    private void Prove(string title, bool isTrue, string evidence) => proved.Add(new ProvedCase(title, isTrue ? evidence : null));

    private long Submit(RunningSandbox sandbox, int month)
    {
        var script = sandbox.Seed.Months[month];
        var invoice = Invoice(sandbox, month);
        clock.AdvanceTo(script.OpenedAt);
        sandbox.Procore.Actors.OpenPeriod(script.PeriodId, script.OpenedAt);
        clock.AdvanceTo(invoice.SubmittedAt);
        return sandbox.Procore.Actors.SubmitInvoice(script, invoice);
    }

    private async Task AnswerAsync(RunningSandbox sandbox, Guid approvalId, CancellationToken cancellation)
    {
        clock.Advance(TimeSpan.FromMinutes(30));
        sandbox.Approvals.Answer(sandbox.Seed.User("omar.lindqvist").SystemUserId, approvalId, "Approve", null);
        await sandbox.Flows.RunDueAsync(cancellation);
    }

    private async Task PollAsync(RunningSandbox sandbox, CancellationToken cancellation)
    {
        clock.AdvanceTo(sandbox.Flows.NextDue ?? clock.GetUtcNow());
        await sandbox.Flows.RunDueAsync(cancellation);
    }

    private static IReadOnlyList<Local.Approvals.OpenApproval> Open(RunningSandbox sandbox) =>
        sandbox.Approvals.OpenFor(sandbox.Seed.User("omar.lindqvist").SystemUserId);

    private string? Pay(RunningSandbox sandbox, string number)
    {
        try
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            sandbox.Oracle.Pay(new OraclePayment(BusinessUnit, Supplier, today, [new OraclePaidInvoice(number)]));
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return refused.Message;
        }
    }

    private static InvoiceScript Invoice(RunningSandbox sandbox, int month) =>
        sandbox.Seed.Months[month].Invoices.First(invoice => invoice.InvoiceNumber.StartsWith("PCC-", StringComparison.Ordinal));

    private static string Number(RunningSandbox sandbox, int month) => Invoice(sandbox, month).InvoiceNumber;

    private static string Payable(JsonObject document) => DemoWords.Amount(document["pint_payableamount"]!.GetValue<decimal>());

    private static async Task<JsonObject> DocumentAsync(DemoCalls calls, string number, CancellationToken cancellation) =>
        (await calls.RowsAsync(Reader, $"pint_documents?$filter=pint_invoicenumber eq '{number}'&$orderby=pint_revision desc&$top=1", cancellation))[
            0
        ];
}
