using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Sandbox.Demo;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>
/// What the people of the job do by themselves, month by month: bill, map a code, approve in Teams what was asked the month before, reject one
/// invoice and have it asked again. The same steps with and without anyone who attacks.
/// </summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="clock">Its clock.</param>
internal sealed class LegitimateBilling(RunningSandbox sandbox, DrivenClock clock)
{
    private const string Approver = "omar.lindqvist";
    private const string Controller = "irene.castellano";

    private readonly DemoDocuments documents = new(sandbox);
    private bool hasRejected;

    /// <summary>Steps that are left: one for each month, and a last one that answers what is still asked.</summary>
    public int Remaining { get; private set; } = sandbox.Months.Remaining + 1;

    /// <summary>The next step.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task NextAsync(CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        if (sandbox.Months.Remaining > 0)
        {
            sandbox.Months.BeginNext();
            await PollAsync(cancellation);
            sandbox.Months.PlayNext();
            await PollAsync(cancellation);
            await MapRefusedCodeAsync(cancellation);
        }
        else
        {
            await PollAsync(cancellation);
            await AnswerAsync(cancellation);
        }

        Remaining--;
    }

    // Half an hour after it was asked. The first one is rejected, and asked again at the next step.
    private async Task AnswerAsync(CancellationToken cancellation)
    {
        if (hasRejected)
        {
            await AskAgainAsync(cancellation);
        }

        var user = sandbox.Seed.User(Approver).SystemUserId;
        foreach (var open in sandbox.Approvals.OpenFor(user).OrderBy(open => open.Title, StringComparer.Ordinal))
        {
            clock.Advance(TimeSpan.FromMinutes(30));
            var answer = hasRejected ? "Approve" : "Reject";
            hasRejected = true;
            var result = sandbox.Approvals.Answer(user, open.ApprovalId, answer, "Checked on site");
            if (result.Refusal is { } refusal)
            {
                throw new InvalidOperationException($"The answer of {Approver} was refused: {refusal.Sentence}");
            }
        }

        await sandbox.Flows.RunDueAsync(cancellation);
    }

    private async Task AskAgainAsync(CancellationToken cancellation)
    {
        foreach (var rejected in (await documents.ListAsync(cancellation)).Where(document => document.ReasonCode == "approval-rejected"))
        {
            var answer = await new AttackSender(sandbox, cancellation).DataverseAsync(
                sandbox.TokenFor(Controller, sandbox.Root),
                HttpMethod.Post,
                "pint_AskApprovalAgain",
                new JsonObject { ["DocumentId"] = rejected.Id, ["Reason"] = "It was inspected." }
            );
            if (answer.Status != 200)
            {
                throw new InvalidOperationException($"{rejected.InvoiceNumber} is not asked again: {answer.Text}");
            }
        }

        await sandbox.Flows.RunDueAsync(cancellation);
    }

    private async Task MapRefusedCodeAsync(CancellationToken cancellation)
    {
        var refused = (await documents.ListAsync(cancellation)).Where(document => document.ReasonCode == DemoMapping.ReasonCode).ToList();
        if (refused.Count == 0)
        {
            return;
        }

        await new DemoMapping(sandbox).AddAsync(cancellation);
        foreach (var document in refused)
        {
            await documents.RetryAsync(document, cancellation);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
    }

    private async Task PollAsync(CancellationToken cancellation)
    {
        if (sandbox.Flows.NextDue is { } due)
        {
            clock.AdvanceTo(due);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
    }
}
