using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>A code of posted documents, with the end of the last period that was posted with it.</summary>
/// <param name="Codes">The code; sub job and further segments are left out, as activation leaves them out.</param>
/// <param name="PeriodEnd">End of the period.</param>
internal sealed record PostedCode(SegmentCodes Codes, CalendarDate PeriodEnd);
