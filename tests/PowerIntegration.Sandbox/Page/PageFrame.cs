using System.Net;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Page;

/// <summary>What every page has: style, header, navigation line. Every text from data is encoded.</summary>
internal static class PageFrame
{
    private const string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; margin: 0; color: #1b1f24; background: #f6f7f9; }
        header { background: #17324d; color: #fff; padding: .8rem 1.5rem; display: flex; gap: 1.5rem; align-items: center; }
        header h1 { font-size: 1.1rem; margin: 0; flex: 1; }
        nav { background: #dfe5ec; padding: .1rem 1.5rem; display: flex; gap: 1.6rem; }
        nav a { color: #17324d; padding: .45rem 0; text-decoration: none; border-bottom: 3px solid transparent; }
        nav a:hover { text-decoration: underline; }
        nav a[aria-current] { font-weight: 600; border-color: #17324d; }
        main { padding: 1.5rem; max-width: 90rem; }
        table { border-collapse: collapse; width: 100%; background: #fff; }
        caption { text-align: left; font-weight: 600; padding: .4rem 0; }
        th, td { border: 1px solid #d5dae0; padding: .45rem .6rem; text-align: left; vertical-align: top; }
        th { background: #eceff3; }
        th.amount, td.amount { text-align: right; font-variant-numeric: tabular-nums; }
        .amount, .whole { white-space: nowrap; }
        .state { font-weight: 600; white-space: nowrap; }
        .lines { white-space: pre-wrap; overflow-wrap: anywhere; }
        .Posted, .Approved { color: #0b6b3a; }
        .Refused, .Held, .Rejected { color: #a4262c; }
        button { font: inherit; padding: .3rem .9rem; border: 1px solid #17324d;
          background: #fff; color: #17324d; border-radius: 3px; cursor: pointer; }
        input { font: inherit; padding: .25rem .5rem; border: 1px solid #8a929c; border-radius: 3px; }
        button.main { background: #17324d; color: #fff; }
        textarea { font: inherit; padding: .35rem .5rem; border: 1px solid #8a929c; border-radius: 3px; width: 100%; box-sizing: border-box; }
        button:hover, button:focus-visible { background: #17324d; color: #fff; }
        header button { border-color: #fff; background: transparent; color: #fff; }
        pre { background: #fff; border: 1px solid #d5dae0; padding: .8rem; overflow-x: auto; font-size: 13px; }
        h2 { font-size: 1.05rem; margin: 1.4rem 0 .5rem; }
        main > :first-child { margin-top: 0; }
        h3 { font-size: 1rem; margin: .9rem 0 .3rem; }
        .box { background: #fff; border: 1px solid #d5dae0; padding: .2rem 1rem .8rem; max-width: 60rem; margin-bottom: 1rem; }
        .box:target { border-color: #17324d; box-shadow: 0 0 0 1px #17324d; }
        .notice { background: #fff; border-left: 4px solid #17324d; padding: .6rem 1rem; max-width: 60rem; }
        .notice[role=alert] { border-color: #a4262c; }
        .facts, .ac-adaptiveCard table { width: auto; }
        .ac-adaptiveCard td { border: 0; padding: .1rem 0; }
        .ac-adaptiveCard { padding: 0 !important; }
        code { background: #eceff3; padding: 0 .2rem; }
        fieldset { border: 1px solid #d5dae0; background: #fff; max-width: 34rem; }
        label { display: block; padding: .3rem 0; }
        .quiet { color: #57606a; }
        """;

    private static readonly (PagePlace Place, string Path)[] Places =
    [
        (PagePlace.App, "/app"),
        (PagePlace.Approvals, "/approvals"),
        (PagePlace.Teams, "/teams"),
    ];

    /// <summary>The page before a user was chosen.</summary>
    /// <param name="title">Title of the page.</param>
    /// <param name="body">The page in HTML.</param>
    public static string Unsigned(string title, string body) => Whole(title, "", "", body);

    /// <summary>A page of the signed-in user.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="now">Time of the sandbox.</param>
    /// <param name="place">Where the page stands.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="body">The page in HTML.</param>
    /// <param name="head">More of the head, in HTML.</param>
    public static string Signed(SandboxUser user, DateTimeOffset now, PagePlace place, string title, string body, string head = "") =>
        Whole(
            title,
            head,
            $"""<span>{Instant(now)}</span><span>{Encode(user.FullName)}</span>"""
                + """<form method="post" action="/sign-out"><button>Change user</button></form>""",
            body,
            $"""<nav aria-label="Pages">{string.Concat(Places.Select(one => Link(one.Place, one.Path, one.Place == place)))}</nav>"""
        );

    /// <summary>A sentence about what went wrong.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="now">Time of the sandbox.</param>
    /// <param name="place">Where.</param>
    /// <param name="sentence">The sentence.</param>
    public static string Problem(SandboxUser user, DateTimeOffset now, PagePlace place, string sentence) =>
        Signed(user, now, place, "Action not completed", $"""<p role="alert">{Encode(sentence)}</p><p>{BackTo(place)}</p>""");

    /// <summary>A time as every page shows it.</summary>
    /// <param name="time">The time.</param>
    public static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>A text as HTML.</summary>
    /// <param name="text">The text.</param>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What a column of a row shows: the label of a choice or lookup, else its value; empty for none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public static string Formatted(JsonObject row, string column) =>
        row[column + "@OData.Community.Display.V1.FormattedValue"]?.ToString() ?? Text(row, column);

    /// <summary>The value of a column; empty for none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public static string Text(JsonObject row, string column) => row[column]?.ToString() ?? "";

    private static string BackTo(PagePlace place) =>
        $"""<a href="{Places.Single(one => one.Place == place).Path}">Back to {(place == PagePlace.Teams ? "Teams" : "the approvals")}</a>""";

    private static string Link(PagePlace place, string path, bool isHere) =>
        $"""<a href="{path}"{(isHere ? " aria-current=\"page\"" : "")}>{place}</a>""";

    private static string Whole(string title, string head, string header, string body, string navigation = "") =>
        $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,"><title>{Encode(title)} - PowerIntegration sandbox</title>{head}<style>{Style}</style></head>
            <body><header><h1>PowerIntegration sandbox</h1>{header}</header>{navigation}<main>{body}</main></body></html>
            """;
}
