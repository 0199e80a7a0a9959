using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an object member of a Mistral chat type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralChatObjectConverter<T>() : ObjectConverter<T>(MistralChatJsonContext.Default)
    where T : class;
