using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Content that a guardrail looks at. Not thread safe while it is changed.</summary>
/// <remarks>The shape is that of Converse; unconfirmed for InvokeModel, where AWS documents tags in the text instead.</remarks>
public sealed class NovaGuardContentBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaGuardContentBlock()
    {
    }

    /// <summary>A text that a guardrail looks at.</summary>
    /// <param name="text">The text.</param>
    /// <param name="qualifiers">As what the guardrail sees it.</param>
    public NovaGuardContentBlock(string text, params IEnumerable<NovaGuardQualifier> qualifiers)
    {
        List<NovaGuardQualifier> all = [.. qualifiers];
        GuardContent = new NovaGuardContent { Text = new NovaGuardText { Text = text, Qualifiers = all.Count == 0 ? null : all } };
    }

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("guardContent")]
    [JsonConverter(typeof(NovaObjectConverter<NovaGuardContent>))]
    public NovaGuardContent? GuardContent { get; set; }

    private protected override void Detach() => GuardContent = GuardContent?.Clone();
}
