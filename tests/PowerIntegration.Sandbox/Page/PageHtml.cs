using PowerIntegration.Local.Identity;
using static PowerIntegration.Sandbox.Page.PageFrame;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The question who visits. No script; every text from data is encoded.</summary>
internal static class PageHtml
{
    /// <summary>The only thing that is served before a user was chosen.</summary>
    /// <param name="users">Who can be chosen.</param>
    /// <param name="next">Where the user goes then: a path of this site.</param>
    public static string Question(IReadOnlyList<SandboxUser> users, string next)
    {
        var choices = users
            .Where(user => !user.IsApplication)
            .Select(
                (user, index) =>
                    $"""<label><input type="radio" name="user" value="{Encode(user.Name)}"{(index == 0 ? " checked" : string.Empty)}>"""
                    + $""" {Encode(user.FullName)} <span class="quiet">{Encode(string.Join(", ", user.SecurityRoles))}</span></label>"""
            );
        return Unsigned(
            "Who are you?",
            $"""
            <form method="post" action="/sign-in"><input type="hidden" name="next" value="{Encode(next)}">
            <fieldset><legend>Who are you?</legend>{string.Concat(choices)}<p><button>Continue</button></p></fieldset></form>
            """
        );
    }
}
