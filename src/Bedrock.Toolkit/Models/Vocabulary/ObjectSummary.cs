namespace Bedrock.Toolkit;

/// <summary>What <see cref="BedrockObject.ToString"/> says of an object: sizes, names and reasons, and which member to look at; never its content.</summary>
/// <param name="See">The member that has the content; null when there is none.</param>
/// <param name="Facts">Short texts without content; those that are null or empty are left out.</param>
internal readonly record struct ObjectSummary(string? See, params string?[]? Facts)
{
    /// <summary>Such as <c>3 blocks</c>.</summary>
    public static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? string.Empty : "s")}");

    /// <summary>The length of a text; null without one.</summary>
    public static string? Length(string? text) => string.IsNullOrEmpty(text) ? null : Count(text.Length, "character");

    /// <summary>Of an event that brings a piece of text; nothing is said of one without.</summary>
    public static ObjectSummary OfPiece(string? text) => string.IsNullOrEmpty(text) ? default : new("Text", Length(text));

    /// <summary>Such as <c>ClaudeResponse: 3 blocks, end_turn, 15 tokens; see Text</c>.</summary>
    public string ToText(string name, int? tokens)
    {
        string?[] all = [.. Facts ?? [], tokens is { } count ? Count(count, "token") : null];
        string facts = string.Join(", ", all.Where(static fact => !string.IsNullOrEmpty(fact)));
        string see = See is null ? string.Empty : $"{(facts.Length == 0 ? string.Empty : "; ")}see {See}";
        return facts.Length + see.Length == 0 ? name : $"{name}: {facts}{see}";
    }
}
