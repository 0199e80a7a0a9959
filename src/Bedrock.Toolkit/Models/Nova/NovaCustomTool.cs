using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool of your own: the model asks, your program runs it. Not thread safe while it is changed.</summary>
public sealed class NovaCustomTool : NovaTool
{
    /// <summary>A tool without a description.</summary>
    public NovaCustomTool()
    {
    }

    /// <summary>A tool.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="inputSchema">The JSON schema of its input: an object.</param>
    public NovaCustomTool(string name, string? description, JsonElement inputSchema) =>
        ToolSpec = new NovaToolSpec { Name = name, Description = description, InputSchema = new NovaInputSchema { Json = inputSchema } };

    /// <summary>The description.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("toolSpec")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolSpec>))]
    public NovaToolSpec? ToolSpec { get; set; }

    private protected override void Detach() => ToolSpec = ToolSpec?.Clone();
}
