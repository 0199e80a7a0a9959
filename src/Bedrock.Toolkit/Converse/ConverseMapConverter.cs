using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes a map member of a Converse type. Thread safe.</summary>
/// <typeparam name="T">The value of an entry.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseMapConverter<T>() : MapConverter<T>(ConverseJsonContext.Default);
