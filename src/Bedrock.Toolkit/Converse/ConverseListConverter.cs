using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes a list member of a Converse type. Thread safe.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseListConverter<T>() : ListConverter<T>(ConverseJsonContext.Default);
