using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Identity;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>Rows that are created, changed and deleted over Dataverse's Web API.</summary>
internal sealed class RowAttempts(Targets targets, Intruders intruders, AttackSender sender, Choice choice)
{
    private const int Active = RuleStateChoice.Active;
    private const string Environment = "pint_environments(pint_key='LAKESHORE')";
    private const string Impostor = "77aa0000-0000-4000-8000-000000000009";
    private const string State = CommitmentTable.RuleState;

    // What a change would move: money, its way, who decides, and what proves it.
    private static readonly (string Table, string Column, JsonNode Value)[] Changes =
    [
        (DocumentTable.LogicalName, DocumentTable.DocumentState, DocumentStateChoice.Prepared),
        (DocumentTable.LogicalName, DocumentTable.DocumentState, DocumentStateChoice.Posted),
        (DocumentTable.LogicalName, DocumentTable.DocumentState, DocumentStateChoice.Received),
        (DocumentTable.LogicalName, DocumentTable.ContentHash, "x"),
        (DocumentTable.LogicalName, DocumentTable.ClaimedBy, "mine"),
        (DocumentTable.LogicalName, DocumentTable.OracleInvoiceId, ""),
        (DocumentTable.LogicalName, DocumentTable.CertifiedPayment, 1),
        (DocumentTable.LogicalName, DocumentTable.PayableAmount, 1),
        (DocumentTable.LogicalName, DocumentTable.ReasonCode, ""),
        (DocumentTable.LogicalName, DocumentTable.ApproverName, "Maria Keller"),
        (DocumentTable.LogicalName, DocumentTable.SubmitterName, "Someone else"),
        (DocumentTable.LogicalName, DocumentTable.ConfirmedById, "x"),
        (DocumentTable.LogicalName, DocumentTable.ProcoreVendorId, "1"),
        (DocumentTable.LogicalName, "statecode", 1),
        (PreparationTable.LogicalName, PreparationTable.Content, "x"),
        (PreparationTable.LogicalName, PreparationTable.ContentHash, "x"),
        (PreparationTable.LogicalName, PreparationTable.ApprovalPlace, ApprovalPlaceChoice.Procore),
        (DocumentLineTable.LogicalName, DocumentLineTable.Name, "x"),
        (SourceLineTable.LogicalName, SourceLineTable.WorkThisPeriod, 1),
        (SourceLineTable.LogicalName, SourceLineTable.CostCode, "01-000"),
        (EvidenceTable.LogicalName, EvidenceTable.Content, "{}"),
        (EvidenceTable.LogicalName, "statecode", 1),
        (ApprovalTable.LogicalName, ApprovalTable.ApprovalState, ApprovalStateChoice.Approved),
        (ApprovalTable.LogicalName, ApprovalTable.ContentHash, "x"),
        (ApprovalTable.LogicalName, ApprovalTable.Details, "x"),
        (ApprovalTable.LogicalName, ApprovalTable.RequestName, "x"),
        (ApprovalTable.LogicalName, ApprovalTable.AuthorityKey, "x"),
        (EnvironmentTable.LogicalName, EnvironmentTable.GatewayApplicationId, Impostor),
        (EnvironmentTable.LogicalName, EnvironmentTable.ApprovalsApplicationId, Impostor),
        (VendorLinkTable.LogicalName, VendorLinkTable.VendorNumber, "6666"),
        (VendorLinkTable.LogicalName, VendorLinkTable.VendorSite, "OFFSHORE"),
        (CommitmentTable.LogicalName, CommitmentTable.VendorSite, "OFFSHORE"),
        (CommitmentTermsTable.LogicalName, CommitmentTermsTable.ValidTo, "2025-01-02"),
        (OwnershipRuleTable.LogicalName, OwnershipRuleTable.ApprovalPlace, ApprovalPlaceChoice.Procore),
        (OwnershipRuleTable.LogicalName, OwnershipRuleTable.TriggerStatus, "draft"),
        (ApprovalAuthorityTable.LogicalName, ApprovalAuthorityTable.LimitAmount, 9_000_000),
        (ApprovalAuthorityTable.LogicalName, ApprovalAuthorityTable.ValidTo, "2025-01-02"),
        (PayablesSetupTable.LogicalName, PayablesSetupTable.RetainageAccount, "101-10-66666-000-000-000"),
        (ProjectTable.LogicalName, ProjectTable.OracleProjectNumber, "MINE"),
        (WbsMappingRuleTable.LogicalName, WbsMappingRuleTable.ExpenditureType, "Mine"),
        (RecordLinkTable.LogicalName, RecordLinkTable.PurchaseOrderNumber, "MINE"),
        (JurisdictionRuleTable.LogicalName, State, RuleStateChoice.Superseded),
        (OracleTaskTable.LogicalName, OracleTaskTable.TaskNumber, "6666"),
        (OraclePeriodTable.LogicalName, OraclePeriodTable.EndDate, "2030-12-31"),
        (InboundEventTable.LogicalName, InboundEventTable.ProcoreId, "1"),
        (InboundEventTable.LogicalName, InboundEventTable.Key, "MINE"),
    ];

    private static readonly string[] Deleted =
    [
        DocumentTable.LogicalName,
        PreparationTable.LogicalName,
        DocumentLineTable.LogicalName,
        SourceLineTable.LogicalName,
        EvidenceTable.LogicalName,
        ApprovalTable.LogicalName,
        InboundEventTable.LogicalName,
        .. VersionedTables.All.Select(table => table.LogicalName),
    ];

    // Bookkeeping that only an activation writes.
    private static readonly string[] Signatures =
    [
        CommitmentTable.ActivatedBy,
        CommitmentTable.ActivatedById,
        CommitmentTable.ContributorIds,
        CommitmentTable.VersionHash,
        CommitmentTable.EndedBy,
    ];

    private int last;

    /// <summary>Every kind, each as often as it is named.</summary>
    public IReadOnlyList<Func<SandboxUser, Attempt?>> Kinds =>
        [Change, Change, Change, Sign, Delete, Create, Create, Upsert, EnterAndActivate, ActivateOther, EndAlone, WriteAnswer, RewriteAnswer];

    private string Key => $"LAKESHORE|1|ATTACK|{++last}";

    private Attempt Change(SandboxUser user)
    {
        var (table, column, value) = choice.Of(Changes);
        var row = Row(table);
        return Of("change a row", user, HttpMethod.Patch, $"{table}s({row})", new JsonObject { [column] = value.DeepClone() }, ifMatch: "*");
    }

    private Attempt Sign(SandboxUser user)
    {
        var table = choice.Of(VersionedTables.All).LogicalName;
        var body = choice.OneIn(2) ? new JsonObject { [choice.Of(Signatures)] = "x" } : new JsonObject { [State] = Active };
        return Of("sign for someone", user, HttpMethod.Patch, $"{table}s({Row(table)})", body, ifMatch: "*");
    }

    private Attempt Delete(SandboxUser user)
    {
        var table = choice.Of(Deleted);
        return Of("delete a row", user, HttpMethod.Delete, $"{table}s({ActiveRow(table)})", null);
    }

    // Without If-Match a change of a row that does not exist makes one.
    private Attempt Upsert(SandboxUser user)
    {
        var document = choice.Of(targets.Documents);
        var key = choice.OneIn(2) ? Targets.Text(document, DocumentTable.Key) : Key;
        return Of(
            "write by key",
            user,
            HttpMethod.Patch,
            $"pint_documents(pint_key='{key}')",
            new JsonObject { [DocumentTable.DocumentState] = DocumentStateChoice.Prepared, [DocumentTable.PayableAmount] = 1 }
        );
    }

    private Attempt? Create(SandboxUser user)
    {
        var set = choice.Below(9);
        // What the gateway is for.
        if (Intruders.IsGateway(user) && set < 3)
        {
            return null;
        }

        var document = $"pint_documents({choice.Of(targets.Documents).Id})";
        var (table, body) = set switch
        {
            0 => (DocumentTable.LogicalName, Document()),
            1 => (
                SourceLineTable.LogicalName,
                new JsonObject
                {
                    ["pint_DocumentId@odata.bind"] = document,
                    [SourceLineTable.LineNumber] = 99,
                    [SourceLineTable.WorkThisPeriod] = 1000,
                }
            ),
            2 => (AttachmentTable.LogicalName, new JsonObject { ["pint_DocumentId@odata.bind"] = document }),
            3 => (EvidenceTable.LogicalName, new JsonObject { ["pint_DocumentId@odata.bind"] = document, [EvidenceTable.Content] = "{}" }),
            4 => (PreparationTable.LogicalName, new JsonObject { ["pint_DocumentId@odata.bind"] = document, [PreparationTable.Content] = "x" }),
            5 => (
                ApprovalTable.LogicalName,
                new JsonObject
                {
                    ["pint_DocumentId@odata.bind"] = document,
                    [ApprovalTable.ApprovalState] = ApprovalStateChoice.Approved,
                    [ApprovalTable.ContentHash] = choice.Of(targets.Hashes),
                }
            ),
            6 => (ApprovalAuthorityTable.LogicalName, Authority(user, Active)),
            7 => (
                RecordLinkTable.LogicalName,
                new JsonObject
                {
                    ["pint_EnvironmentId@odata.bind"] = Environment,
                    [State] = Active,
                    [RecordLinkTable.PurchaseOrderNumber] = "MINE",
                }
            ),
            _ => (EnvironmentTable.LogicalName, new JsonObject { [State] = Active }),
        };
        body[DocumentTable.Key] = Key;
        body[DocumentTable.Name] = "Mine";
        return Of("create a row", user, HttpMethod.Post, table + "s", body);
    }

    private Attempt EnterAndActivate(SandboxUser user)
    {
        var isAuthority = choice.OneIn(2);
        var table = isAuthority ? ApprovalAuthorityTable.LogicalName : EnvironmentTable.LogicalName;
        var key = Key;
        var body = isAuthority ? Authority(user, null) : OwnEnvironment();
        body[DocumentTable.Key] = key;
        body[DocumentTable.Name] = "Mine";
        return new Attempt(
            "enter and activate alone",
            user.Name,
            $"POST {table}s {body.ToJsonString()}, then pint_Activate",
            async () =>
            {
                var token = intruders.ForDataverse(user);
                var entered = await sender.DataverseAsync(token, HttpMethod.Post, table + "s", body);
                if (!entered.IsTaken)
                {
                    return entered;
                }

                var found = await sender.DataverseAsync(token, HttpMethod.Get, $"{table}s?$select={table}id&$filter=pint_key eq '{key}'");
                return await ActivateAsync(token, table, found.Body!["value"]![0]![table + "id"]!.ToString());
            }
        );
    }

    // What is active or superseded is not activated again, and what the user entered is not the user's to activate.
    private Attempt ActivateOther(SandboxUser user)
    {
        var table = choice.Of(VersionedTables.All).LogicalName;
        var own = targets
            .Of(table)
            .Where(row => !IsDraft(row) || Targets.Text(row, CommitmentTable.ContributorIds) == user.SystemUserId.ToString("D"))
            .ToList();
        var id = choice.Of(own.ConvertAll(row => row.Id), choice.Id()).ToString();
        return new Attempt(
            "activate alone",
            user.Name,
            $"pint_Activate of {table} {id}",
            () => ActivateAsync(intruders.ForDataverse(user), table, id)
        );
    }

    private Attempt? EndAlone(SandboxUser user)
    {
        var table = choice.Of(VersionedTables.All).LogicalName;
        var id = ActiveRow(table);
        if (!intruders.MayTry(user, id))
        {
            return null;
        }

        var body = new JsonObject { ["Table"] = table, ["RowId"] = id.ToString() };
        return new Attempt(
            "end a version alone",
            user.Name,
            $"pint_Supersede of {table} {id}, twice",
            async () =>
            {
                var token = intruders.ForDataverse(user);
                var asked = body.DeepClone().AsObject();
                asked["Reason"] = "Because";
                var answer = await sender.DataverseAsync(token, HttpMethod.Post, "pint_Supersede", asked);
                return answer.IsTaken ? await sender.DataverseAsync(token, HttpMethod.Post, "pint_Supersede", body) : answer;
            }
        );
    }

    private Attempt WriteAnswer(SandboxUser user)
    {
        var approval = choice.Of(targets.PlatformApprovals.Select(row => row.Id).ToList(), choice.Id());
        var body = new JsonObject
        {
            ["msdyn_flow_approvalresponse_approval@odata.bind"] = $"msdyn_flow_approvals({approval})",
            ["msdyn_flow_approvalresponse_name"] = "Approve",
            ["msdyn_flow_approvalresponse_response"] = "Approve",
            ["msdyn_flow_approvalresponse_approvalstagekey"] = $"{approval}-{++last}",
            ["msdyn_flow_approvalresponse_stage"] = 192351000,
            ["ownerid@odata.bind"] = $"systemusers({choice.Of(intruders.All).SystemUserId})",
        };
        if (choice.OneIn(3))
        {
            body["overriddencreatedon"] = "2025-12-01T00:00:00Z";
        }

        return new Attempt(
            "write an answer",
            user.Name,
            $"POST msdyn_flow_approvalresponses {body.ToJsonString()}, committed",
            async () =>
            {
                var token = intruders.ForDataverse(user);
                var written = await sender.DataverseAsync(token, HttpMethod.Post, "msdyn_flow_approvalresponses", body);
                if (!written.IsTaken)
                {
                    return written;
                }

                var found = await sender.DataverseAsync(
                    token,
                    HttpMethod.Get,
                    "msdyn_flow_approvalresponses?$select=msdyn_flow_approvalresponseid&$filter=msdyn_flow_approvalresponse_approvalstagekey eq "
                        + $"'{body["msdyn_flow_approvalresponse_approvalstagekey"]}'"
                );
                var id = found.Body!["value"]![0]!["msdyn_flow_approvalresponseid"]!.ToString();
                await sender.DataverseAsync(
                    token,
                    HttpMethod.Patch,
                    $"msdyn_flow_approvalresponses({id})",
                    new JsonObject { ["statecode"] = 1, ["statuscode"] = 192350002 }
                );
                return await sender.DataverseAsync(
                    token,
                    HttpMethod.Post,
                    "pint_RecordApproval",
                    new JsonObject { ["ApprovalId"] = approval.ToString(), ["ResponseId"] = id }
                );
            }
        );
    }

    // Whoever may rewrite what the person is asked stops the approval; only the system administrator may, and that is not tried.
    private Attempt? RewriteAnswer(SandboxUser user)
    {
        if (Intruders.IsSystemAdministrator(user))
        {
            return null;
        }

        var approval = choice.Of(targets.PlatformApprovals.Select(row => row.Id).ToList(), choice.Id());
        var response = choice.Of(targets.PlatformResponses.Select(row => row.Id).ToList(), choice.Id());
        var request = choice.Of(targets.PlatformRequests.Select(row => row.Id).ToList(), choice.Id());
        var (path, body) = choice.Below(4) switch
        {
            0 => ($"msdyn_flow_approvals({approval})", new JsonObject { ["msdyn_flow_approval_details"] = "Lunch?" }),
            1 => ($"msdyn_flow_approvals({approval})", new JsonObject { ["msdyn_flow_approval_allowreassign"] = true }),
            2 => ($"msdyn_flow_approvalrequests({request})", new JsonObject { ["ownerid@odata.bind"] = $"systemusers({user.SystemUserId})" }),
            _ => ($"msdyn_flow_approvalresponses({response})", new JsonObject { ["msdyn_flow_approvalresponse_response"] = "Approve" }),
        };
        return Of("rewrite an answer", user, HttpMethod.Patch, path, body, ifMatch: "*");
    }

    private async Task<AttackAnswer> ActivateAsync(string token, string table, string id)
    {
        var inputs = new JsonObject { ["Table"] = table, ["RowId"] = id };
        var shown = await sender.DataverseAsync(token, HttpMethod.Post, "pint_Activate", inputs.DeepClone().AsObject());
        if (!shown.IsTaken)
        {
            return shown;
        }

        inputs["ContentHash"] = shown.Body?["ContentHash"]?.ToString() is { Length: > 0 } hash ? hash : choice.Hash();
        return await sender.DataverseAsync(token, HttpMethod.Post, "pint_Activate", inputs);
    }

    private static JsonObject Authority(SandboxUser user, int? state)
    {
        var body = new JsonObject
        {
            ["pint_EnvironmentId@odata.bind"] = Environment,
            [ApprovalAuthorityTable.DocumentType] = DocumentTypeChoice.SubcontractorInvoice,
            ["pint_ApproverId@odata.bind"] = $"systemusers({user.SystemUserId})",
            [ApprovalAuthorityTable.LimitAmount] = 500_000,
            [ApprovalAuthorityTable.Currency] = "USD",
            [ApprovalAuthorityTable.ValidFrom] = "2025-01-01",
        };
        if (state is { } value)
        {
            body[State] = value;
        }

        return body;
    }

    // As the active one, but for the applications.
    private JsonObject OwnEnvironment()
    {
        var body = new JsonObject
        {
            ["pint_ReplacesId@odata.bind"] = Environment,
            [EnvironmentTable.GatewayApplicationId] = Impostor,
            [EnvironmentTable.ApprovalsApplicationId] = Impostor,
        };
        var active = targets.Of(EnvironmentTable.LogicalName).First(row => Targets.Text(row, EnvironmentTable.Key) == "LAKESHORE");
        foreach (
            var column in new[] { EnvironmentTable.Kind, EnvironmentTable.Generation, EnvironmentTable.ProcoreCompanyId, EnvironmentTable.OraclePod }
        )
        {
            body[column] = active[column] switch
            {
                OptionSetValue option => option.Value,
                int number => number,
                var text => (string)text,
            };
        }

        return body;
    }

    private JsonObject Document() =>
        new()
        {
            ["pint_EnvironmentId@odata.bind"] = Environment,
            ["pint_CommitmentId@odata.bind"] = $"pint_commitments({Row(CommitmentTable.LogicalName)})",
            ["pint_ProjectId@odata.bind"] = $"pint_projects({Row(ProjectTable.LogicalName)})",
            [DocumentTable.DocumentType] = DocumentTypeChoice.SubcontractorInvoice,
            [DocumentTable.DocumentState] = DocumentStateChoice.Received,
            [DocumentTable.ProcoreId] = "66",
            [DocumentTable.Revision] = 1,
        };

    private static bool IsDraft(Entity row) => row.GetAttributeValue<OptionSetValue>(State)?.Value is null or RuleStateChoice.Draft;

    private Guid Row(string table) => choice.Of(targets.Of(table).Select(row => row.Id).ToList(), choice.Id());

    // A draft is its own writers' to delete.
    private Guid ActiveRow(string table) =>
        choice.Of(
            targets
                .Of(table)
                .Where(row => VersionedTables.Find(table) is null || row.GetAttributeValue<OptionSetValue>(State)?.Value == Active)
                .Select(row => row.Id)
                .ToList(),
            choice.Id()
        );

    private Attempt Of(string kind, SandboxUser user, HttpMethod method, string path, JsonObject? body, string? ifMatch = null) =>
        new(
            kind,
            user.Name,
            $"{method} {path} {body?.ToJsonString()}",
            () => sender.DataverseAsync(intruders.ForDataverse(user), method, path, body, ifMatch)
        );
}
