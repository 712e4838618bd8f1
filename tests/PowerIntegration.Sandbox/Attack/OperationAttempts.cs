using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Tables;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>
/// Custom APIs with inputs that are replayed, stale or mixed up. Whoever may do something alone is given no inputs with which it is theirs to do: a
/// controller who decides is no intruder.
/// </summary>
internal sealed class OperationAttempts(Targets targets, Intruders intruders, AttackSender sender, Choice choice)
{
    private static readonly string[] Outcomes = ["posted", "submitted", "notSent", "refused", "open", "x"];

    /// <summary>Every kind, each as often as it is named.</summary>
    public IReadOnlyList<Func<SandboxUser, Attempt?>> Kinds =>
        [
            Claim,
            Claim,
            RecordOutcome,
            RecordOutcome,
            RecordFiles,
            Holds,
            Approve,
            Approve,
            AskAgain,
            Decide,
            Release,
            Sign,
            Drive,
            Control,
            Review,
            Batch,
        ];

    /// <summary>Reversals, which hold up what follows until a second person decides: tried once nothing follows any more.</summary>
    public IReadOnlyList<Func<SandboxUser, Attempt?>> KindsAtTheEnd => [Reverse, Reverse];

    private Attempt Claim(SandboxUser user) =>
        Of(
            "claim a document",
            user,
            "pint_ClaimDocument",
            new JsonObject
            {
                ["DocumentId"] = Document(),
                ["Claim"] = AnyClaim(),
                ["ContentHash"] = Hash(),
                ["Payload"] = choice.Of(targets.Payloads, "{}"),
            }
        );

    // What the gateway itself read back, once more or for another document.
    private Attempt RecordOutcome(SandboxUser user) =>
        Of(
            "record an outcome",
            user,
            "pint_RecordOutcome",
            new JsonObject
            {
                ["DocumentId"] = Document(),
                ["Outcome"] = choice.Of(Outcomes),
                ["Claim"] = AnyClaim(),
                ["ContentHash"] = Hash(),
                ["ReadBack"] = choice.OneIn(4) ? "[]" : choice.Of(targets.ReadBacks, "[]"),
                ["Message"] = "Mine",
            }
        );

    // Files of a posted document are the gateway's to send.
    private Attempt? RecordFiles(SandboxUser user)
    {
        if (Intruders.IsGateway(user))
        {
            return null;
        }

        var isClaim = choice.OneIn(2);
        var body = new JsonObject { ["DocumentId"] = Document(), ["Claim"] = AnyClaim() };
        if (!isClaim)
        {
            body["Results"] = "[]";
            body["IsLast"] = true;
        }

        return Of("claim or record files", user, isClaim ? "pint_ClaimAttachments" : "pint_RecordAttachments", body);
    }

    private Attempt? Holds(SandboxUser user)
    {
        var document = Document();
        return choice.Below(4) switch
        {
            0 => Of("touch payment holds", user, "pint_ClaimHoldRelease", new JsonObject { ["DocumentId"] = document, ["ContentHash"] = Hash() }),
            1 => Of(
                "touch payment holds",
                user,
                "pint_RecordHoldReview",
                new JsonObject
                {
                    ["DocumentId"] = document,
                    ["ReadBack"] = choice.Of(targets.ReadBacks, "[]"),
                    ["Answers"] = "[]",
                    ["Remark"] = "Mine",
                }
            ),
            2 when intruders.MayTry(user, Guid.Parse(document)) => Of(
                "touch payment holds",
                user,
                "pint_ReleasePaymentHold",
                new JsonObject { ["DocumentId"] = document, ["Reason"] = "Pay now" }
            ),
            _ => Of("touch payment holds", user, "pint_ListPaymentHolds", []),
        };
    }

    private Attempt Approve(SandboxUser user)
    {
        var approval = choice.Of(targets.PlatformApprovals.Select(row => row.Id).ToList(), choice.Id()).ToString();
        var request = choice.Of(targets.Of(ApprovalTable.LogicalName).Select(row => row.Id).ToList(), choice.Id()).ToString();
        var response = choice.Of(targets.PlatformResponses.Select(row => row.Id).ToList(), choice.Id()).ToString();
        return choice.Below(5) switch
        {
            0 => Of("record an approval", user, "pint_ClaimApproval", new JsonObject { ["ApprovalId"] = request }),
            1 => Of(
                "record an approval",
                user,
                "pint_RecordApprovalRequest",
                new JsonObject { ["ApprovalId"] = request, ["RequestName"] = choice.OneIn(4) ? "x" : approval }
            ),
            2 => Of("record an approval", user, "pint_RecordReminder", new JsonObject { ["ApprovalId"] = request }),
            _ => Of("record an approval", user, "pint_RecordApproval", new JsonObject { ["ApprovalId"] = approval, ["ResponseId"] = response }),
        };
    }

    private Attempt? AskAgain(SandboxUser user)
    {
        var document = choice.Of(targets.Documents);
        return Intruders.IsController(user) && Targets.Text(document, DocumentTable.ReasonCode) == "approval-rejected"
            ? null
            : Of(
                "ask for an approval again",
                user,
                "pint_AskApprovalAgain",
                new JsonObject { ["DocumentId"] = document.Id.ToString(), ["Reason"] = choice.OneIn(4) ? " " : "Please" }
            );
    }

    private Attempt Decide(SandboxUser user) =>
        Of(
            "decide for a controller",
            user,
            "pint_RecordDecision",
            new JsonObject { ["DocumentId"] = Controlled(user), ["Decisions"] = choice.OneIn(2) ? "[]" : "{\"catchUp\":true,\"reason\":\"Mine\"}" }
        );

    private Attempt Release(SandboxUser user) =>
        Of(
            "release retainage",
            user,
            "pint_PrepareRetainageRelease",
            new JsonObject
            {
                ["CommitmentId"] = Intruders.IsController(user)
                    ? choice.Id().ToString()
                    : choice.Of(targets.Of(CommitmentTable.LogicalName)).Id.ToString(),
                ["Reference"] = "MINE",
                ["InvoiceNumber"] = "MINE-R",
                ["PeriodEnd"] = "2026-03-31",
                ["BillingDate"] = "2026-03-31",
                ["Release"] = "{\"amount\":\"1000.00\"}",
            }
        );

    private Attempt? Sign(SandboxUser user)
    {
        var commitment = choice.Of(targets.Of(CommitmentTable.LogicalName)).Id;
        return intruders.MayTry(user, commitment)
            ? Of(
                "sign opening balances",
                user,
                "pint_SignOpeningBalances",
                new JsonObject { ["CommitmentId"] = commitment.ToString(), ["OpeningHash"] = choice.Hash() }
            )
            : null;
    }

    // What flows call: prepared again, or said to have failed.
    private Attempt Drive(SandboxUser user) =>
        choice.Below(5) switch
        {
            0 => Of("drive the flows", user, "pint_ListApprovals", []),
            1 => Of("drive the flows", user, "pint_ListStalled", []),
            2 => Of("drive the flows", user, "pint_ReportConflictingRoles", []),
            3 => Of(
                "drive the flows",
                user,
                "pint_ReportFailure",
                new JsonObject { ["DocumentId"] = Document(), ["Steps"] = "[{\"name\":\"Mine\",\"status\":\"Failed\"}]" }
            ),
            _ => Of("drive the flows", user, "pint_PrepareDocument", new JsonObject { ["DocumentId"] = Document() }),
        };

    // What tells on whoever changes the installation: accepted for someone, or said to be well.
    private Attempt Control(SandboxUser user) =>
        choice.Below(4) switch
        {
            // That the gateway reports what Oracle says is what it is for.
            3 when !Intruders.IsGateway(user) => Of(
                "quiet the controls",
                user,
                "pint_RecordOracleStatuses",
                new JsonObject
                {
                    ["EnvironmentId"] = choice.Of(targets.Of(EnvironmentTable.LogicalName)).Id.ToString(),
                    ["Statuses"] = $"{Document()}|Validated|Workflow approved|Paid",
                }
            ),
            0 => Of("quiet the controls", user, "pint_AcceptRelease", new JsonObject { ["AssemblyHash"] = choice.Hash() }),
            1 => Of(
                "quiet the controls",
                user,
                "pint_ReportDrift",
                choice.OneIn(2) ? [] : new JsonObject { ["Portion"] = "pint_preparation|LAKESHORE" }
            ),
            _ => Of(
                "quiet the controls",
                user,
                "pint_ReportAnchors",
                new JsonObject { ["EnvironmentId"] = choice.Of(targets.Of(EnvironmentTable.LogicalName)).Id.ToString(), ["Differences"] = "[]" }
            ),
        };

    private Attempt Review(SandboxUser user) =>
        choice.Below(3) switch
        {
            0 => Of(
                "look at what is not theirs",
                user,
                "pint_ListAccruals",
                new JsonObject { ["PayablesSetupId"] = choice.Id().ToString(), ["PeriodEnd"] = "2026-03-31" }
            ),
            1 => Of(
                "look at what is not theirs",
                user,
                "pint_ReplayTerms",
                new JsonObject
                {
                    ["CommitmentId"] = choice.Of(targets.Of(CommitmentTable.LogicalName)).Id.ToString(),
                    ["TermsId"] = choice.Of(targets.Of(CommitmentTermsTable.LogicalName)).Id.ToString(),
                }
            ),
            _ => Of(
                "look at what is not theirs",
                user,
                "pint_PreviewSubcontractorInvoice",
                new JsonObject
                {
                    ["DocumentId"] = Document(),
                    ["Terms"] = "{}",
                    ["Source"] = "{}",
                }
            ),
        };

    private Attempt Batch(SandboxUser user)
    {
        var body = new JsonObject { ["Batch"] = "SEED" };
        return new Attempt(
            "activate a batch alone",
            user.Name,
            "pint_ActivateBatch of SEED, shown and activated",
            async () =>
            {
                var token = intruders.ForDataverse(user);
                var shown = await sender.DataverseAsync(token, HttpMethod.Post, "pint_ActivateBatch", body.DeepClone().AsObject());
                if (!shown.IsTaken)
                {
                    return shown;
                }

                body["ContentHash"] = shown.Body?["ContentHash"]?.ToString() is { Length: > 0 } hash ? hash : choice.Hash();
                return await sender.DataverseAsync(token, HttpMethod.Post, "pint_ActivateBatch", body);
            }
        );
    }

    private Attempt? Reverse(SandboxUser user)
    {
        var document = choice.Of(targets.Documents).Id;
        if (!intruders.MayTry(user, document))
        {
            return null;
        }

        return new Attempt(
            "reverse alone",
            user.Name,
            $"pint_PrepareReversal of {document}, with a reason and without",
            async () =>
            {
                var token = intruders.ForDataverse(user);
                var asked = new JsonObject { ["DocumentId"] = document.ToString(), ["Reason"] = "Mine" };
                var answer = await sender.DataverseAsync(token, HttpMethod.Post, "pint_PrepareReversal", asked);
                return answer.IsTaken
                    ? await sender.DataverseAsync(
                        token,
                        HttpMethod.Post,
                        "pint_PrepareReversal",
                        new JsonObject { ["DocumentId"] = document.ToString() }
                    )
                    : answer;
            }
        );
    }

    private string Document() => (choice.OneIn(8) ? choice.Id() : choice.Of(targets.Documents).Id).ToString();

    // Whose decision it is decides about nothing.
    private string Controlled(SandboxUser user) => Intruders.IsController(user) ? choice.Id().ToString() : Document();

    private string Hash() => choice.OneIn(6) ? choice.Hash() : choice.Of(targets.Hashes);

    private string AnyClaim() => choice.OneIn(2) ? "mine" : choice.Of(targets.Claims, "mine");

    private Attempt Of(string kind, SandboxUser user, string api, JsonObject body) =>
        new(kind, user.Name, $"{api} {body.ToJsonString()}", () => sender.DataverseAsync(intruders.ForDataverse(user), HttpMethod.Post, api, body));
}
