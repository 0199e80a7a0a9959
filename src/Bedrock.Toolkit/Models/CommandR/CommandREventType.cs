using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The kind of a chunk of a stream. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CommandREventType>))]
public readonly record struct CommandREventType(string Value) : IOpenValue<CommandREventType>
{
    /// <summary>The answer begins.</summary>
    public static CommandREventType StreamStart { get; } = new("stream-start");

    /// <summary>What the model searches for.</summary>
    public static CommandREventType SearchQueriesGeneration { get; } = new("search-queries-generation");

    /// <summary>What was found.</summary>
    public static CommandREventType SearchResults { get; } = new("search-results");

    /// <summary>A piece of text.</summary>
    public static CommandREventType TextGeneration { get; } = new("text-generation");

    /// <summary>Where parts of the text come from.</summary>
    public static CommandREventType CitationGeneration { get; } = new("citation-generation");

    /// <summary>Calls of tools.</summary>
    public static CommandREventType ToolCallsGeneration { get; } = new("tool-calls-generation");

    /// <summary>The answer ends.</summary>
    public static CommandREventType StreamEnd { get; } = new("stream-end");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CommandREventType(string value) => new(value);

    /// <inheritdoc/>
    public static CommandREventType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
