using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.AotTests;

/// <summary>A type of a caller, for tools and typed answers.</summary>
internal sealed class Harbour
{
    [Description("How many boats lie there.")]
    public required int Boats { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Harbour))]
internal sealed partial class HarbourJsonContext : JsonSerializerContext;
