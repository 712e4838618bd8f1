using System.Collections.Frozen;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>All functions of the workflow language by their number of arguments.</summary>
internal static class WorkflowFunctions
{
    private const int Many = int.MaxValue;

    private static readonly WorkflowFunction[] Known =
    [
        // Texts
        .. Of(ValueShape.Text, 1, Many, "concat"),
        .. Of(ValueShape.Text, 1, 1, "toLower", "toUpper", "trim"),
        .. Of(ValueShape.Text, 2, 3, "substring", "slice", "formatNumber"),
        .. Of(ValueShape.Text, 3, 3, "replace"),
        .. Of(ValueShape.Text, 0, 1, "guid"),
        .. Of(ValueShape.Whole, 2, 2, "indexOf", "lastIndexOf"),
        .. Of(ValueShape.Whole, 3, 3, "nthIndexOf"),
        .. Of(ValueShape.Flag, 2, 2, "startsWith", "endsWith"),
        .. Of(new ListShape(ValueShape.Text), 2, 2, "split"),
        // Logic
        .. Of(ValueShape.Flag, 1, Many, "and", "or"),
        .. Of(ValueShape.Flag, 1, 1, "not", "empty", "isInt"),
        .. Of(ValueShape.Flag, 1, 2, "isFloat"),
        .. Of(ValueShape.Flag, 2, 2, "equals", "greater", "greaterOrEquals", "less", "lessOrEquals", "contains"),
        .. Of(ValueShape.Unknown, 3, 3, "if"),
        .. Of(ValueShape.Unknown, 1, Many, "coalesce"),
        // Lists and objects
        .. Of(ValueShape.Whole, 1, 1, "length"),
        .. Of(ValueShape.Unknown, 1, 1, "first", "last", "reverse"),
        .. Of(ValueShape.Unknown, 2, 2, "skip", "take", "chunk"),
        .. Of(ValueShape.Unknown, 1, 2, "sort"),
        .. Of(ValueShape.Unknown, 1, Many, "union", "intersection"),
        .. Of(ValueShape.Text, 2, 2, "join"),
        .. Of(new ListShape(ValueShape.Unknown), 1, 1, "array"),
        .. Of(new ListShape(ValueShape.Unknown), 1, Many, "createArray"),
        .. Of(new ListShape(ValueShape.Whole), 2, 2, "range"),
        .. Of(ValueShape.Unknown, 3, 3, "addProperty", "setProperty"),
        .. Of(ValueShape.Unknown, 2, 2, "removeProperty", "xpath"),
        // Conversion
        .. Of(ValueShape.Unknown, 1, 1, "json", "xml", "binary", "base64ToBinary", "dataUriToBinary", "decodeDataUri", "uriComponentToBinary"),
        .. Of(ValueShape.Text, 1, 1, "string", "base64", "base64ToString", "decodeBase64", "dataUri", "dataUriToString"),
        .. Of(ValueShape.Text, 1, 1, "uriComponent", "encodeUriComponent", "uriComponentToString", "decodeUriComponent"),
        .. Of(ValueShape.Flag, 1, 1, "bool"),
        .. Of(ValueShape.Whole, 1, 1, "int"),
        .. Of(ValueShape.Number, 1, 2, "float"),
        .. Of(ValueShape.Number, 1, 1, "decimal"),
        // Numbers
        .. Of(ValueShape.Number, 2, 2, "add", "sub", "mul", "div", "mod"),
        .. Of(ValueShape.Number, 1, Many, "min", "max"),
        .. Of(ValueShape.Whole, 2, 2, "rand"),
        // Dates
        .. Of(ValueShape.Text, 0, 1, "utcNow"),
        .. Of(
            ValueShape.Text,
            2,
            3,
            "addDays",
            "addHours",
            "addMinutes",
            "addSeconds",
            "convertFromUtc",
            "convertToUtc",
            "getFutureTime",
            "getPastTime"
        ),
        .. Of(ValueShape.Text, 3, 4, "addToTime", "subtractFromTime", "convertTimeZone"),
        .. Of(ValueShape.Text, 1, 2, "startOfDay", "startOfHour", "startOfMonth"),
        .. Of(ValueShape.Text, 1, 3, "formatDateTime", "parseDateTime"),
        .. Of(ValueShape.Text, 2, 2, "dateDifference"),
        .. Of(ValueShape.Whole, 1, 1, "dayOfMonth", "dayOfWeek", "dayOfYear", "ticks"),
        // Addresses
        .. Of(ValueShape.Text, 1, 1, "uriHost", "uriPath", "uriPathAndQuery", "uriQuery", "uriScheme"),
        .. Of(ValueShape.Whole, 1, 1, "uriPort"),
        // The flow
        .. Of(ValueShape.Unknown, 1, 1, "actions", "outputs", "body", "actionOutputs", "actionBody", "result"),
        .. Of(ValueShape.Unknown, 1, 1, "variables", "parameters", "items"),
        .. Of(ValueShape.Whole, 1, 1, "iterationIndexes"),
        .. Of(ValueShape.Unknown, 0, 0, "item", "trigger", "triggerBody", "triggerOutputs", "workflow"),
        .. Of(ValueShape.Unknown, 1, 1, "triggerFormDataValue", "triggerFormDataMultiValues", "triggerMultipartBody"),
        .. Of(ValueShape.Unknown, 2, 2, "formDataValue", "formDataMultiValues", "multipartBody"),
        .. Of(ValueShape.Text, 0, 0, "listCallbackUrl"),
    ];

    private static readonly FrozenDictionary<string, WorkflowFunction> ByName = Known.ToFrozenDictionary(
        function => function.Name,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The function of this name, or null; case does not count.</summary>
    public static WorkflowFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<WorkflowFunction> Of(ValueShape gives, int least, int most, params string[] names) =>
        names.Select(name => new WorkflowFunction(name, least, most, gives));
}
