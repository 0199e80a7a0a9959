using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an object member of a DeepSeek type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeepSeekObjectConverter<T>() : ObjectConverter<T>(DeepSeekJsonContext.Default)
    where T : class;
