using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Types of a caller.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Weather))]
[JsonSerializable(typeof(Forecast))]
[JsonSerializable(typeof(List<Forecast>))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(List<Node>))]
[JsonSerializable(typeof(int))]
internal sealed partial class ConverseTestContext : JsonSerializerContext;

/// <summary>The input of a tool.</summary>
internal sealed record Weather([property: Description("The city.")] string City, string? Unit = null);

/// <summary>The answer of a tool, or of a model.</summary>
internal sealed class Forecast
{
    [Description("In degrees Celsius.")]
    public required double Degrees { get; set; }

    public string? Remark { get; set; }

    public IList<string> Sources { get; set; } = [];
}

/// <summary>A type that holds itself.</summary>
internal sealed class Node
{
    public string Name { get; set; } = "";

    public Node? Next { get; set; }
}
