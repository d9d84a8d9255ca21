using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>What a column of a declaration list tells.</summary>
internal enum ListField
{
    /// <summary>序号: the list's own, it means nothing outside</summary>
    Serial,

    /// <summary>项目编号: the office's own number of the project</summary>
    Number,

    /// <summary>申报文号: one document may declare several projects</summary>
    DocumentNumber,

    /// <summary>项目名称</summary>
    ProjectName,

    /// <summary>项目类别</summary>
    Kind,

    /// <summary>建设性质</summary>
    Nature,

    /// <summary>牵头单位</summary>
    LeadUnit,

    /// <summary>参建单位</summary>
    Participants,

    /// <summary>主管部门</summary>
    SuperiorDepartment,

    /// <summary>总投资</summary>
    TotalInvestment,

    /// <summary>申请资金</summary>
    RequestedFund,

    /// <summary>自筹资金</summary>
    SelfRaised,

    /// <summary>资金来源</summary>
    FundingKind,

    /// <summary>申报年度</summary>
    Year,

    /// <summary>建设地点</summary>
    Location,

    /// <summary>建设内容</summary>
    Content,

    /// <summary>建设必要性</summary>
    Necessity,

    /// <summary>建设目标</summary>
    Objectives,

    /// <summary>建设期起</summary>
    Start,

    /// <summary>建设期止</summary>
    Finish,

    /// <summary>建设期, both in one cell</summary>
    Period,

    /// <summary>项目负责人</summary>
    LeaderName,

    /// <summary>负责人电话</summary>
    LeaderTelephone,

    /// <summary>联系人</summary>
    ContactName,

    /// <summary>联系电话</summary>
    ContactTelephone,

    /// <summary>当前阶段: a project that runs already is no new declaration</summary>
    Stage,

    /// <summary>备注</summary>
    Remark,
}

/// <summary>The words by which offices head their columns.</summary>
internal static class ListFields
{
    private static readonly Dictionary<string, ListField> ByWord = Words()
        .SelectMany(one => one.Words.Split(' ').Select(word => (word, one.Field)))
        .ToDictionary(one => one.word, one => one.Field);

    /// <summary>Columns without which a list is none.</summary>
    public static IReadOnlyList<ListField> Required { get; } = [ListField.ProjectName, ListField.LeadUnit];

    public static ListField? Of(string word) => ByWord.TryGetValue(word, out var field) ? field : null;

    public static bool IsAmount(this ListField field) =>
        field is ListField.TotalInvestment or ListField.RequestedFund or ListField.SelfRaised;

    /// <summary>May a cell merged over several rows speak for each of them? A project's own name, number or sum may not.</summary>
    public static bool SpeaksForSeveralRows(this ListField field) =>
        !field.IsAmount() && field is not (ListField.ProjectName or ListField.Number);

    /// <summary>The article that asks for what the column tells.</summary>
    public static int Article(this ListField field) =>
        field switch
        {
            ListField.LeadUnit or ListField.FundingKind or ListField.SelfRaised => 2,
            ListField.Kind or ListField.Nature => 3,
            ListField.Year => 5,
            ListField.Participants => 7,
            _ => 6,
        };

    /// <summary>How the template and messages call a column that the list itself does not name.</summary>
    public static LocalizedText Name(this ListField field) =>
        new(Words().First(one => one.Field == field).Words.Split(' ')[0], field.ToString());

    private static IEnumerable<(ListField Field, string Words)> Words() =>
        [
            (ListField.Serial, "序号 编次 排序 顺序号"),
            (ListField.Number, "项目编号 编号 申报编号 项目代码 项目序列号 登记编号"),
            (ListField.DocumentNumber, "申报文号 文号 发文字号 来文文号 申报文件文号"),
            (ListField.ProjectName, "项目名称 名称 申报项目 申报项目名称 建设项目名称 拟建项目名称"),
            (ListField.Kind, "项目类别 项目类型 类别 项目分类 建设类别"),
            (ListField.Nature, "建设性质 项目性质 性质"),
            (
                ListField.LeadUnit,
                "牵头单位 申报单位 建设单位 项目单位 项目建设单位 项目申报单位 项目牵头单位 责任单位 主办单位"
            ),
            (ListField.Participants, "参建单位 参与单位 配合单位 协作单位 协办单位 共建单位 联合申报单位"),
            (ListField.SuperiorDepartment, "主管部门 上级主管部门 主管单位"),
            (
                ListField.TotalInvestment,
                "总投资 项目总投资 投资总额 总投资额 计划总投资 估算总投资 概算总投资 投资估算 投资概算 投资规模 总概算"
            ),
            (
                ListField.RequestedFund,
                "申请资金 申请资金额 拟申请资金 申请金额 申请财政资金 申请专项资金 申请专项经费 申请信息化专项经费 资金需求"
            ),
            (ListField.SelfRaised, "自筹资金 单位自筹 自筹 自筹金额"),
            (ListField.FundingKind, "资金来源 资金渠道 经费来源 资金性质"),
            (ListField.Year, "申报年度 年度 计划年度 项目年度"),
            (ListField.Location, "建设地点 实施地点 地点 项目地点"),
            (
                ListField.Content,
                "建设内容 主要建设内容 建设内容及规模 建设内容与规模 项目建设内容 项目内容 项目简介 建设规模及内容"
            ),
            (ListField.Necessity, "建设必要性 项目必要性 立项依据"),
            (ListField.Objectives, "建设目标 项目目标 预期目标"),
            (
                ListField.Start,
                "计划开工日期 开工日期 开工时间 计划开工时间 开始时间 开始日期 起始时间 起始日期 建设期起 建设期开始 拟开工时间 起"
            ),
            (
                ListField.Finish,
                "计划竣工日期 竣工日期 竣工时间 计划竣工时间 计划完工时间 完工时间 完工日期 完成时间 完成日期 结束时间 结束日期 终止时间 截止时间 建设期止 建设期结束 拟完工时间 止"
            ),
            (
                ListField.Period,
                "建设期 建设周期 建设期限 起止时间 建设起止时间 起止年限 建设起止年限 实施周期 建设年限"
            ),
            (ListField.LeaderName, "项目负责人 负责人 负责人姓名 项目负责人姓名"),
            (ListField.LeaderTelephone, "负责人电话 项目负责人电话 负责人联系电话"),
            (ListField.ContactName, "联系人 项目联系人 联系人姓名 经办人"),
            (ListField.ContactTelephone, "联系电话 联系方式 联系人电话 电话 手机"),
            (ListField.Stage, "当前阶段 项目阶段 项目状态 所处阶段 建设阶段 实施阶段"),
            (ListField.Remark, "备注 说明"),
        ];
}
