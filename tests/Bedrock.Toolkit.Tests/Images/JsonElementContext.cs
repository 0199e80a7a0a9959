using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Tests.Images;

/// <summary>For bodies that no typed request would let through.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class JsonElementContext : JsonSerializerContext;
