using System.ComponentModel;

namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a list of vectors of signed bytes. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Int8VectorListConverter : WholeNumberVectorListConverter<sbyte>;
