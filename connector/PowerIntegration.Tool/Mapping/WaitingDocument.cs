using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>A document that waits for a mapping.</summary>
/// <param name="Project">Oracle project number.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Day">The day on which its codes are resolved.</param>
/// <param name="Codes">The codes of its lines.</param>
internal sealed record WaitingDocument(string Project, decimal Amount, string Currency, CalendarDate Day, IReadOnlyList<SegmentCodes> Codes);
