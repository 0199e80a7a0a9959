using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class BedrockJsonElement : JsonSerializerContext
{
    public static JsonTypeInfo<JsonElement> Info => Default.JsonElement;
}
