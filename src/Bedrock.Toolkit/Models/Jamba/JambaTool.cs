using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool of your own: the model asks, your program runs it; Jamba 1.5. Not thread safe while it is changed.</summary>
public sealed class JambaTool
{
    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>.</value>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Type { get; set; }

    /// <summary>The function.</summary>
    /// <value>Not null.</value>
    [JsonPropertyName("function")]
    [JsonConverter(typeof(JambaObjectConverter<JambaFunction>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required JambaFunction Function { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A function.</summary>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments.</param>
    /// <returns>The tool.</returns>
    public static JambaTool ForFunction(string name, string? description, JsonElement parameters) =>
        new() { Type = "function", Function = new JambaFunction { Name = name, Description = description, Parameters = parameters } };

    internal JambaTool Clone()
    {
        var copy = (JambaTool)MemberwiseClone();
        copy.Function = Function.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
