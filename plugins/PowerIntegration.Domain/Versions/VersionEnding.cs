using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Versions;

/// <summary>Whether an active version may end without another one in its place: one person requests it, a second one confirms it.</summary>
public static class VersionEnding
{
    /// <summary>Why the version cannot end on the day, whoever asks; null where it can.</summary>
    /// <param name="version">The version.</param>
    /// <param name="to">Its last day; null where all of it ends.</param>
    /// <param name="lastPosted">Last period end that was posted in its scope; null where nothing was.</param>
    public static Refusal? Check(VersionEntry version, CalendarDate? to, CalendarDate? lastPosted)
    {
        if (version.State != VersionState.Active)
        {
            return new Refusal(
                VersionReasons.VersionState,
                $"{version.Name} is {FieldReader.ChoiceTextOf(version.State.ToString())}. Only an active version can be ended."
            );
        }

        if (!version.IsDated && to is { } day)
        {
            return new Refusal(SharedReasons.InputUnusable, $"{version.Name} has no last day. Remove the last day {day} from your request.");
        }

        if (to is { } last && ((version.From is { } first && last < first) || (version.To is { } end && last > end)))
        {
            return new Refusal(
                SharedReasons.InputUnusable,
                $"{version.Name}{version.Days} cannot end on {last}. Choose a last day within its days, or none to supersede all of it."
            );
        }

        // A posted period that the version does not reach is not taken from it.
        return version.IsDated && lastPosted is { } posted && Reaches(version, posted) && (to is null || to < posted)
            ? new Refusal(
                VersionReasons.VersionBackDated,
                $"{version.Name} cannot end {(to is { } early ? $"on {early}" : "entirely")}: documents that it decided about are posted for periods "
                    + $"up to {posted}. Choose {posted} or a later last day."
            )
            : null;
    }

    /// <summary>Why the caller cannot confirm the requested end; null where the caller can.</summary>
    public static Refusal? Confirms(VersionEntry version, Person caller, CalendarDate? to)
    {
        if (version.EndRequestedBy is not { } requester)
        {
            return new Refusal(
                SharedReasons.InputUnusable,
                $"The end of {version.Name} was not requested. Request it with a reason; a second person then confirms it."
            );
        }

        if (requester.Is(caller))
        {
            return new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"{caller} requested the end of {version.Name} and cannot confirm it. Ask another person to confirm it."
            );
        }

        return version.EndRequestedTo == to
            ? null
            : new Refusal(
                VersionReasons.VersionChanged,
                $"The requested last day of {version.Name} is {Day(version.EndRequestedTo)}, not {Day(to)}. Review the request, then confirm it."
            );
    }

    /// <summary>True where a version ends by the day anyway, so that ending its batch on that day changes nothing of it.</summary>
    /// <param name="version">The version.</param>
    /// <param name="to">Last day of the batch; null where all of it ends.</param>
    public static bool EndsBefore(VersionEntry version, CalendarDate? to) => to is { } last && version.To is { } end && end <= last;

    /// <summary>The last day of a version whose batch ends on a day; null where all of it ends, because it would begin later.</summary>
    /// <param name="version">The version.</param>
    /// <param name="to">Last day of the batch; null where all of it ends.</param>
    public static CalendarDate? LastDay(VersionEntry version, CalendarDate? to) =>
        to is { } last && version.From is { } first && first > last ? null : to;

    private static bool Reaches(VersionEntry version, CalendarDate posted) => version.From is not { } first || first <= posted;

    private static string Day(CalendarDate? day) => day is { } known ? known.ToString() : "(none)";
}
