using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an object member of a Nova Multimodal Embeddings type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaEmbedObjectConverter<T>() : ObjectConverter<T>(NovaEmbedJsonContext.Default)
    where T : class;
