using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Mistral chat types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(MistralChatRequest))]
[JsonSerializable(typeof(MistralChatResponse))]
[JsonSerializable(typeof(MistralChatStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(MistralChatPart))]
[JsonSerializable(typeof(MistralChatTextPart))]
[JsonSerializable(typeof(MistralChatImagePart))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class MistralChatJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Mistral chat type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralChatListConverter<T>() : ListConverter<T>(MistralChatJsonContext.Default);

/// <summary>Reads and writes an object member of a Mistral chat type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralChatObjectConverter<T>() : ObjectConverter<T>(MistralChatJsonContext.Default)
    where T : class;
