using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An editor for text files that your program provides. Not thread safe while it is changed.</summary>
/// <remarks>Versions before <c>text_editor_20250728</c> need a computer-use beta; the first one has the name <c>str_replace_editor</c>.</remarks>
public sealed class ClaudeTextEditorTool : ClaudeTool
{
    /// <summary>The editor, in version <c>text_editor_20250728</c>.</summary>
    public ClaudeTextEditorTool()
        : base("text_editor_20250728", "str_replace_based_edit_tool")
    {
    }

    /// <summary>How much of a file the model sees at once.</summary>
    /// <value>In characters; from version 20250728; omitted when null.</value>
    [JsonPropertyName("max_characters")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxCharacters { get; set; }
}
