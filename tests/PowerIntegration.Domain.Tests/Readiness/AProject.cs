using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Tests.Readiness;

/// <summary>The project of the examples and its documents.</summary>
internal static class AProject
{
    public static readonly Guid Commitment = new("00000000-0000-0000-0000-0000000000c2");

    public static readonly CalendarDate Today = new(2025, 11, 4);

    public static readonly CalendarDate October = new(2025, 10, 31);

    public static ReadinessProject With(params WaitingDocument[] waiting) =>
        new()
        {
            Name = "FYT-2401 Fulton Yards Tower",
            Place = new RecordPlace("project", new Guid("00000000-0000-0000-0000-0000000000a1")),
            Today = Today,
            Currency = "USD",
            Waiting = waiting,
        };

    public static WaitingDocument Document(byte number, params SegmentCodes[] codes) =>
        new()
        {
            Id = new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, number),
            Kind = DocumentKind.SubcontractorInvoice,
            CommitmentId = Commitment,
            ApplicationNumber = number,
            PeriodEnd = October,
            Amount = 1000m * number,
            Currency = "USD",
            Codes = codes,
        };
}
