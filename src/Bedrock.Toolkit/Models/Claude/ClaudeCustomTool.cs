using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool of your own: the model asks, your program runs it. Not thread safe while it is changed.</summary>
public sealed class ClaudeCustomTool : ClaudeTool
{
    /// <summary>A tool without a name.</summary>
    public ClaudeCustomTool()
        : base(null, string.Empty)
    {
    }

    /// <summary>A tool.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputSchema">The JSON schema of its input: an object.</param>
    public ClaudeCustomTool(string name, string? description, JsonElement inputSchema)
        : base(null, name)
    {
        Description = description;
        InputSchema = inputSchema;
    }

    /// <summary>What the tool does and when to use it.</summary>
    /// <value>The more exact, the better the calls; omitted when null.</value>
    [JsonPropertyName("description")]
    [JsonPropertyOrder(-1)]
    public string? Description { get; set; }

    /// <summary>The JSON schema of the tool's input.</summary>
    /// <value>A schema of type object; <c>{}</c> by default.</value>
    [JsonPropertyName("input_schema")]
    public JsonElement InputSchema
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? WireCopies.EmptyObject : value;
    }
    = WireCopies.EmptyObject;

    /// <summary>Whether the model's input always follows the schema.</summary>
    /// <value>False by default; Sonnet 4.5, Haiku 4.5, Opus 4.5, Sonnet 4.6 and Opus 4.6, refused by others; omitted when null.</value>
    [JsonPropertyName("strict")]
    public bool? Strict { get; set; }

    /// <summary>Whether the model only sees the tool after a tool search.</summary>
    /// <value>False by default; needs the beta <c>tool-search-tool-2025-10-19</c>; omitted when null.</value>
    [JsonPropertyName("defer_loading")]
    public bool? DeferLoading { get; set; }

    /// <summary>Examples of the input.</summary>
    /// <value>Objects that follow the schema; needs the beta <c>tool-examples-2025-10-29</c>; omitted when null.</value>
    [JsonPropertyName("input_examples")]
    [JsonConverter(typeof(ClaudeListConverter<JsonElement>))]
    public IList<JsonElement>? InputExamples { get; set; }

    /// <summary>Who may call the tool; unconfirmed on Bedrock.</summary>
    /// <value>The model itself by default; omitted when null.</value>
    [JsonPropertyName("allowed_callers")]
    [JsonConverter(typeof(ClaudeListConverter<string>))]
    public IList<string>? AllowedCallers { get; set; }

    private protected override void Detach()
    {
        InputExamples = InputExamples.Copy();
        AllowedCallers = AllowedCallers.Copy();
    }
}
