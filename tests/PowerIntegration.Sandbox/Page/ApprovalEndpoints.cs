using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The page at <c>/approvals</c>: the signed-in person answers there. It starts no flow; flows hear of an answer from its row.</summary>
internal static class ApprovalEndpoints
{
    /// <summary>Serves the page.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="visits">Who visits.</param>
    /// <param name="approvals">The approvals behind the page.</param>
    public static void MapApprovals(this IEndpointRouteBuilder routes, PageVisits visits, PageApprovals approvals)
    {
        routes.MapGet(
            "/approvals",
            (HttpContext context, Guid? answered) => visits.ForUserAsync(context, user => ShowAsync(context, user, answered, refused: null))
        );

        // Where an approval says that it is answered; and whoever opens the address of the form reads what they would answer.
        foreach (var path in new[] { "/approvals/{id:guid}", "/approvals/received/{id:guid}" })
        {
            routes.MapGet(path, (HttpContext context, Guid id) => visits.ForUserAsync(context, user => Task.FromResult(Open(user, id))));
        }

        routes.MapPost(
            "/approvals/{id:guid}",
            (HttpContext context, Guid id) => visits.ForUserAsync(context, user => AnswerAsync(context, user, id))
        );

        async Task<IResult> ShowAsync(HttpContext context, SandboxUser user, Guid? answered, RefusedAnswer? refused) =>
            new PageResult(
                ApprovalsHtml.Page(user, visits.Now, await approvals.DeskAsync(user, answered, context.RequestAborted), refused),
                refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
            );

        IResult Open(SandboxUser user, Guid id) => approvals.IsOf(user, id) ? Results.Redirect($"/approvals#approval-{id}") : NotFound(user, id);

        async Task<IResult> AnswerAsync(HttpContext context, SandboxUser user, Guid id)
        {
            var form = await PageForm.ReadAsync(context);

            // Whoever was not asked does not read the title either, which a refusal of the service names.
            if (!approvals.IsOf(user, id))
            {
                return NotFound(user, id);
            }

            // A browser sends the end of a line as two characters and counts it as one.
            var comment = form.GetValueOrDefault("comment", "").ReplaceLineEndings("\n").Trim();
            var refusal = approvals.Answer(user, id, form.GetValueOrDefault("answer", ""), comment);
            return refusal is null
                ? Results.Redirect($"/approvals?answered={id}")
                : await ShowAsync(context, user, answered: null, new RefusedAnswer(id, comment, refusal));
        }

        IResult NotFound(SandboxUser user, Guid id) =>
            visits.Problem(
                user,
                PagePlace.Approvals,
                $"Approval {id} is not assigned to you, or it does not exist. Open one from the list of approvals.",
                StatusCodes.Status404NotFound
            );
    }
}
