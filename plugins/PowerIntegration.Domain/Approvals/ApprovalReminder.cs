namespace PowerIntegration.Domain.Approvals;

/// <summary>When an unanswered request is reminded of: days after it was asked.</summary>
public static class ApprovalReminder
{
    /// <summary>Days after which the person is reminded; with the second, the next higher authority hears of it, with the last, the
    /// controller.</summary>
    public static IReadOnlyList<int> Days { get; } = [2, 5, 10];

    /// <summary>When the next reminder is due, UTC; null where all were sent.</summary>
    /// <param name="askedOn">When it was asked, UTC.</param>
    /// <param name="sent">Reminders that were sent.</param>
    public static DateTime? Next(DateTime askedOn, int sent) => sent < Days.Count ? askedOn.AddDays(Days[sent]) : null;

    /// <summary>How many reminders are behind a request on a day: those that were missed are not sent one after the other.</summary>
    public static int Passed(DateTime askedOn, DateTime now) => Days.Count(day => askedOn.AddDays(day) <= now);

    /// <summary>Until when an answer is expected, UTC.</summary>
    public static DateTime Due(DateTime askedOn) => askedOn.AddDays(Days[Days.Count - 1]);

    /// <summary>True where the next higher authority hears of it too.</summary>
    public static bool IsEscalated(int passed) => passed >= 2;

    /// <summary>True where the controller hears of it too.</summary>
    public static bool IsOverdue(int passed) => passed >= Days.Count;
}
