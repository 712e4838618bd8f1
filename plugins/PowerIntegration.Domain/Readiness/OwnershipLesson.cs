using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Readiness;

/// <summary>
/// Whether the register says where each kind of document is approved, on the days that its documents need and today, and whether someone may approve
/// where Teams is the place.
/// </summary>
public static class OwnershipLesson
{
    /// <summary>Looks at every kind of document that is approved somewhere.</summary>
    /// <param name="project">The project.</param>
    /// <param name="facts">The register.</param>
    public static LessonReadiness Of(ReadinessProject project, OwnershipFacts facts)
    {
        var kinds = typeof(DocumentKind).GetEnumValues().Cast<DocumentKind>().Where(DocumentKinds.IsApproved).OrderBy(kind => kind);
        return new LessonReadiness(
            Lesson.Ownership,
            [.. kinds.SelectMany(kind => Kind(project, facts, kind)), .. WaitingDrafts.Items(facts.Drafts, ShippedRole.Controller)]
        );
    }

    private static IEnumerable<ReadinessItem> Kind(ReadinessProject project, OwnershipFacts facts, DocumentKind kind)
    {
        var rules = facts.Rules.Where(rule => rule.Kind == kind).ToList();
        var chosen = new List<KeyValuePair<OwnershipRule, DayGroup>>();
        var missing = new List<DayGroup>();
        foreach (var day in project.ByDay(project.WaitingOf(kind)))
        {
            if (ApprovalDecision.Of(day.Day, [.. rules.Select(rule => rule.Rule)], out var refusal) is { } decision)
            {
                chosen.Add(new KeyValuePair<OwnershipRule, DayGroup>(decision.Rule, day));
            }
            else if (refusal!.Code == ApprovalReasons.OwnershipMissing)
            {
                missing.Add(day);
            }
            else
            {
                yield return Item($"{Documents(kind)}: {refusal.Sentence}", facts.RulesPlace, day.Waiting);
            }
        }

        if (missing.Count > 0)
        {
            yield return Item(
                $"{Documents(kind)}: no active ownership rule says where they are approved on "
                    + $"{ReadinessWords.Names([.. missing.Select(day => day.Day.ToString())])}. Enter one and have it activated.",
                facts.RulesPlace,
                [.. missing.SelectMany(day => day.Waiting)]
            );
        }

        foreach (var rule in chosen.GroupBy(pair => pair.Key))
        {
            var place = rules.First(other => other.Rule == rule.Key).Place;
            var waiting = rule.SelectMany(pair => pair.Value.Waiting).ToList();
            if (OwnershipEntry.Check(kind, rule.Key.Place, rule.Key.TriggerStatus) is { } wrong)
            {
                yield return Item($"Ownership rule {rule.Key.Key}: {wrong.Sentence}", place, waiting);
            }
            else if (rule.Key.Place == ApprovalPlace.Teams)
            {
                foreach (var item in Approvers(project, facts, kind, waiting))
                {
                    yield return item;
                }
            }
        }
    }

    // Who approves is decided on the day on which it is asked, so today counts for every document.
    private static IEnumerable<ReadinessItem> Approvers(
        ReadinessProject project,
        OwnershipFacts facts,
        DocumentKind kind,
        IReadOnlyList<WaitingDocument> waiting
    )
    {
        var valid = facts.Authorities.Where(one => one.Kind == kind && one.Authority.IsValidOn(project.Today)).ToList();
        var usable = valid.Where(one => one.Authority.Currency == project.Currency && Objection(project, one) is null).ToList();
        if (usable.Count == 0)
        {
            yield return Item(
                $"{Documents(kind)} are approved in Teams, but no one may approve them: no approval authority in {project.Currency} names a person "
                    + $"who can be asked on {project.Today}. Enter one and have it activated.",
                facts.AuthoritiesPlace,
                waiting
            );
        }

        foreach (var authority in valid)
        {
            if (Objection(project, authority) is { } objection)
            {
                yield return Item(
                    $"Approval authority {authority.Authority.Key}: {objection}. End it, or enter another person.",
                    authority.Place,
                    []
                );
            }
        }

        foreach (var above in Above(project, usable, waiting))
        {
            yield return above;
        }
    }

    private static IEnumerable<ReadinessItem> Above(
        ReadinessProject project,
        IReadOnlyList<RegisteredAuthority> usable,
        IReadOnlyList<WaitingDocument> waiting
    )
    {
        var most = usable.OrderByDescending(one => one.Authority.Limit).FirstOrDefault();
        var above = waiting
            .Where(document => document.Currency == project.Currency && Math.Abs(document.Amount ?? 0m) > most?.Authority.Limit)
            .ToList();
        if (most is not null && above.Count > 0)
        {
            yield return Item(
                $"{most.Authority.ActingOn(project.Today).User.Name} has the highest limit, "
                    + $"{Sentence.Amount(most.Authority.Limit)} {project.Currency}. "
                    + "Enter an approval authority with a higher limit and have it activated.",
                most.Place,
                above
            );
        }
    }

    private static string? Objection(ReadinessProject project, RegisteredAuthority authority)
    {
        var acting = authority.Authority.ActingOn(project.Today);
        return !acting.IsEnabled ? $"{acting.User.Name} is switched off"
            : string.IsNullOrWhiteSpace(acting.Address) ? $"{acting.User.Name} has no sign-in address"
            : null;
    }

    private static string Documents(DocumentKind kind) => Sentence.Capital(ReadinessWords.Plural(kind));

    private static ReadinessItem Item(string sentence, RecordPlace place, IReadOnlyList<WaitingDocument> waiting) =>
        new()
        {
            Sentence = sentence,
            Decider = ShippedRole.Controller,
            Place = place,
            Waiting = waiting,
        };
}
