using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes an object member of the types of CountTokens. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CountTokensObjectConverter<T>() : ObjectConverter<T>(CountTokensJsonContext.Default)
    where T : class;
